package de.stadtgraph.http;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.query.Answers;
import de.stadtgraph.query.Origin;
import de.stadtgraph.query.Outcome;
import de.stadtgraph.query.PreparedQuery;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.Spool;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.Ticket;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Runs a query for a request and sends its answer (`design: transport`): up to 64 KB whole, with its length; a longer
/// one while the query runs, ended by a trailer that says it is complete, or cut. Thread-safe.
///
/// A client that leaves ends its query. The reader's pace is not the query's: what is not yet read lies in a file.
public final class QueryTransfer {
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
    }

    /// Sends the answer under the headers set before.
    public void send(Visit visit, Wish wish) throws IOException, InterruptedException {
        if (!wish.mayBeCached()) {
            run(visit, wish, Optional.empty());
            return;
        }
        String key = key(visit, wish);
        long patience = wish.prepared.budget().time().toMillis();
        Optional<ResultCache.Answer> known = cache.find(key, patience);
        if (known.isPresent()) {
            whole(visit.context(), wish, known.get());
            return;
        }
        run(visit, wish, Optional.of(key));
    }

    private static String key(Visit visit, Wish wish) {
        String text =
                visit.generation().state() + " " + wish.negotiated.format().suffix() + " "
                        + wish.prepared.budget().time().toMillis() + " " + wish.prepared.algebra();
        return HexFormat.of().formatHex(EntityTags.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void run(Visit visit, Wish wish, Optional<String> key) throws IOException, InterruptedException {
        String state = visit.site().iris().iri("state/" + visit.generation().state());
        Optional<ResultCache.Answer> whole = Optional.empty();
        Optional<ServerException> failure = Optional.empty();
        long begin = System.nanoTime();
        try (Spool spool = spools.open(wish.prepared.budget(), wish.ticket.caller())) {
            var outcome = new AtomicReference<Optional<Outcome>>(Optional.empty());
            Thread query = Thread.startVirtualThread(() -> write(visit, wish, spool, outcome, state));
            try {
                whole = transfer(visit, wish, spool, outcome);
            } finally {
                wish.ticket.leave();
                query.join();
            }
        } catch (ServerException e) {
            failure = Optional.of(e);
            throw e;
        } finally {
            if (key.isPresent()) {
                Duration time = Duration.ofNanos(System.nanoTime() - begin);
                cache.done(key.get(), new ResultCache.Ending(whole, failure, time));
            }
        }
    }

    /// The query's side: writes into the spool and says how it ended.
    private void write(Visit visit, Wish wish, Spool spool, AtomicReference<Optional<Outcome>> outcome, String state) {
        try {
            var origin = new Origin(state, wish.prepared.text());
            var sink = Answers.to(spool, wish.negotiated.format().suffix(), wish.prepared.kind(), origin);
            outcome.set(Optional.of(gate.run(wish.prepared, wish.ticket, visit.generation(), sink)));
            spool.finish();
        } catch (RuntimeException e) {
            spool.fail(e);
        } catch (IOException e) {
            spool.fail(new java.io.UncheckedIOException(e));
        }
    }

    /// The reader's side.
    private Optional<ResultCache.Answer> transfer(
            Visit visit, Wish wish, Spool spool, AtomicReference<Optional<Outcome>> outcome)
            throws IOException, InterruptedException {
        Context context = visit.context();
        try (ClientWatch _ = ClientWatch.of(context, wish.ticket::leave)) {
            boolean complete = spool.awaitStart();
            if (complete && spool.size() <= ResultCache.MOST_BYTES) {
                var answer = new ResultCache.Answer(spool.read().readAllBytes(), complete(outcome));
                whole(context, wish, answer);
                return Optional.of(answer);
            }
            large(context, wish, spool, () -> complete(outcome));
        }
        return Optional.empty();
    }

    private static String complete(AtomicReference<Optional<Outcome>> outcome) {
        return outcome.get().filter(Outcome::more).isPresent() ? "limit" : "true";
    }

    private static void whole(Context context, Wish wish, ResultCache.Answer answer) {
        if (!answer.complete().equals("true")) {
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

    private void large(Context context, Wish wish, Spool spool, java.util.function.Supplier<String> complete)
            throws IOException, InterruptedException {
        linkNext(context, wish);
        context.contentType(wish.negotiated.contentType());
        context.header("Trailer", Headers.COMPLETE);
        context.res().setTrailerFields(() -> java.util.Map.of(Headers.COMPLETE, complete.get()));
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
