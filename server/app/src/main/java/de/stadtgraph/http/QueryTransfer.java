package de.stadtgraph.http;

import de.stadtgraph.federation.Federation;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.Answers;
import de.stadtgraph.query.Origin;
import de.stadtgraph.query.Outcome;
import de.stadtgraph.query.PreparedQuery;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.ResultSink;
import de.stadtgraph.query.Spool;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.Ticket;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Runs a query for a request and sends its answer (`design: transport`): up to 64 KB whole, with its length; a longer
/// one while the query runs, ended by a trailer that says it is complete, or cut. Thread-safe.
///
/// A client that leaves ends its query. The reader's pace is not the query's: what is not yet read lies in a file.
public final class QueryTransfer {
    /// Most queries end sooner than a client can leave.
    private static final Duration UNWATCHED = Duration.ofMillis(5);

    private final QueryGate gate;
    private final Spools spools;
    private final ResultCache cache;
    private final WriteDeadline deadline;

    public QueryTransfer(QueryGate gate, Spools spools, ResultCache cache, HttpLimits limits) {
        this.gate = gate;
        this.spools = spools;
        this.cache = cache;
        this.deadline = new WriteDeadline(limits.pieceTime(), limits.answerTime());
    }

    /// What is to be sent.
    ///
    /// @param prepared the query
    /// @param negotiated format of the answer
    /// @param ticket who asks
    /// @param next address of the rows that a limit leaves over, if they have one
    public record Wish(PreparedQuery prepared, Negotiated negotiated, Ticket ticket, Optional<String> next) {
        public Wish(PreparedQuery prepared, Negotiated negotiated, Ticket ticket) {
            this(prepared, negotiated, ticket, Optional.empty());
        }

        /// Workbooks are packed already.
        boolean isPacked() {
            return negotiated.format().equals(MediaTypes.XLSX);
        }

        boolean mayBeCached() {
            return prepared.deterministic() && !ticket.caller().signedIn();
        }

        private String key(long state) {
            String text = state + " " + negotiated.format().suffix() + " "
                    + prepared.budget().time().toMillis() + " " + prepared.algebra();
            return HexFormat.of().formatHex(EntityTags.sha256(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// Sends the answer under the headers set before.
    public void send(Visit visit, Wish wish) throws IOException, InterruptedException {
        refuseRelayed(visit, wish.prepared);
        if (!wish.mayBeCached()) {
            run(visit, wish);
            return;
        }
        String key = wish.key(visit.generation().state());
        long patience = wish.prepared.budget().time().toMillis();
        Optional<ResultCache.Answer> known = cache.find(key, patience);
        if (known.isPresent()) {
            whole(visit.context(), wish, known.get());
            return;
        }
        long begin = System.nanoTime();
        Optional<ResultCache.Answer> answer = Optional.empty();
        Optional<ServerException> failure = Optional.empty();
        try {
            answer = run(visit, wish);
        } catch (ServerException e) {
            failure = Optional.of(e);
            throw e;
        } finally {
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            cache.done(key, new ResultCache.Ending(answer, failure, time));
        }
    }

    /// Runs a query whose answer a page collects; a client that leaves ends it.
    public Outcome collect(Visit visit, PreparedQuery prepared, Ticket ticket, ResultSink sink) {
        refuseRelayed(visit, prepared);
        try (ClientWatch _ = ClientWatch.of(visit.context(), ticket::leave)) {
            return gate.run(prepared, ticket, visit.generation(), sink);
        }
    }

    /// Servers that ask each other would go in circles.
    private static void refuseRelayed(Visit visit, PreparedQuery prepared) {
        String via = visit.context().header("Via");
        if (prepared.federated() && via != null && via.contains(Federation.VIA)) {
            throw new ServerException(
                            ErrorCode.SERVICE_NOT_ALLOWED,
                            new Text(
                                    "Eine weitergereichte Anfrage wird nicht noch einmal weitergereicht.",
                                    "A relayed query is not relayed again."))
                    .with("allowed", List.of());
        }
    }

    /// The query writes on a thread of its own while this one sends, or, if it is quick, on this one; it returns when
    /// both are done.
    private Optional<ResultCache.Answer> run(Visit visit, Wish wish) throws IOException, InterruptedException {
        try (Spool spool = spools.open(wish.prepared.budget(), wish.ticket.caller())) {
            var transfer = new Transfer(visit, wish, spool);
            if (gate.isQuick(wish.prepared, visit.generation())) {
                transfer.write();
                return transfer.read();
            }
            Future<?> query = gate.begin(transfer::write);
            try {
                return spool.awaitEnd(UNWATCHED) ? transfer.read() : transfer.readWatching();
            } finally {
                wish.ticket.leave();
                join(query);
            }
        }
    }

    private static void join(Future<?> query) throws InterruptedException {
        try {
            query.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void whole(Context context, Wish wish, ResultCache.Answer answer) {
        if (answer.complete().startsWith("limit")) {
            linkNext(context, wish);
        }
        if (wish.isPacked()) {
            context.contentType(wish.negotiated.contentType()).result(answer.bytes());
        } else {
            Bodies.send(context, wish.negotiated.contentType(), answer.bytes());
        }
        context.header(Headers.COMPLETE, answer.complete());
    }

    private static void linkNext(Context context, Wish wish) {
        wish.next.ifPresent(next -> {
            String others = context.res().getHeader("Link");
            String link = Link.of(next, "next").value();
            context.header("Link", others == null ? link : others + ", " + link);
        });
    }

    /// One answer on its way: one thread writes it, one reads it.
    private final class Transfer {
        private final Visit visit;
        private final Wish wish;
        private final Spool spool;
        private volatile boolean more;
        private volatile List<String> silenced = List.of();

        Transfer(Visit visit, Wish wish, Spool spool) {
            this.visit = visit;
            this.wish = wish;
            this.spool = spool;
        }

        /// The query's side: writes into the spool and says how it ended.
        void write() {
            try {
                String state =
                        visit.site().iris().iri("state/" + visit.generation().state());
                var origin = new Origin(state, wish.prepared.text());
                var sink = Answers.to(spool, wish.negotiated.format().suffix(), wish.prepared.kind(), origin);
                Outcome outcome = gate.run(wish.prepared, wish.ticket, visit.generation(), sink);
                more = outcome.more();
                silenced = outcome.silenced();
                spool.finish();
            } catch (RuntimeException e) {
                spool.fail(e);
            } catch (IOException e) {
                spool.fail(new UncheckedIOException(e));
            } catch (StackOverflowError | AssertionError | LinkageError e) {
                spool.fail(new IllegalStateException(e)); // the reader waits for an end, whatever it is
            }
        }

        /// The reader's side of a query that takes its time.
        Optional<ResultCache.Answer> readWatching() throws IOException, InterruptedException {
            try (ClientWatch _ = ClientWatch.of(visit.context(), wish.ticket::leave)) {
                return read();
            }
        }

        /// The reader's side; gives the answer when it was whole before anything was sent.
        Optional<ResultCache.Answer> read() throws IOException, InterruptedException {
            boolean complete = spool.awaitStart();
            if (complete && spool.size() <= ResultCache.MOST_BYTES) {
                var answer = new ResultCache.Answer(spool.read().readAllBytes(), complete());
                whole(visit.context(), wish, answer);
                return Optional.of(answer);
            }
            stream(visit.context());
            return Optional.empty();
        }

        private String complete() {
            if (silenced.isEmpty()) {
                return more ? "limit" : "true";
            }
            return (more ? "limit" : "false") + "; without=\"" + String.join(" ", silenced) + "\"";
        }

        private void stream(Context context) throws IOException, InterruptedException {
            linkNext(context, wish);
            context.contentType(wish.negotiated.contentType());
            context.header("Trailer", Headers.COMPLETE);
            context.res().setTrailerFields(() -> Map.of(Headers.COMPLETE, complete()));
            boolean packed = Bodies.acceptsGzip(context.header("Accept-Encoding")) && !wish.isPacked();
            if (packed) {
                context.header("Content-Encoding", "gzip");
            }
            try {
                OutputStream out = deadline.guard(context, context.outputStream());
                OutputStream coded = packed ? Bodies.packing(out) : out;
                spool.copyTo(coded);
                coded.close();
            } catch (RuntimeException | IOException e) {
                Transport.cut(context);
                throw e;
            }
        }
    }
}
