package de.stadtgraph.http.sparql;

import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.Answers;
import de.stadtgraph.query.PreparedQuery;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryRequest;
import de.stadtgraph.query.Spool;
import de.stadtgraph.query.stored.StoredQueries;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `/sparql`: reads the request, lets the gate prepare and run it, sends a complete answer or an error.
///
/// An answer is spooled whole before its status is sent: status 200 always means a complete answer. Thread-safe.
final class Endpoint {
    /// Rows that a page shows.
    static final int SHOWN_ROWS = 1_000;

    private static final Offer ROWS = new Offer(
            List.of(MediaTypes.SPARQL_JSON, MediaTypes.SPARQL_XML, MediaTypes.CSV, MediaTypes.TSV, MediaTypes.HTML),
            MediaTypes.SPARQL_JSON);
    private static final Offer TRUTH =
            new Offer(List.of(MediaTypes.SPARQL_JSON, MediaTypes.SPARQL_XML, MediaTypes.HTML), MediaTypes.SPARQL_JSON);
    private static final String ID = "[A-Za-z0-9_-]{16,64}";

    private final QueryGate gate;
    private final StoredQueries examples;
    private final SecureRandom random = new SecureRandom();

    /// @param examples queries that the workbench offers
    Endpoint(QueryGate gate, StoredQueries examples) {
        this.gate = gate;
        this.examples = examples;
    }

    void get(Visit visit) throws IOException {
        Asked asked = Asked.byAddress(visit.context());
        if (!asked.hasQuery()) {
            describe(visit);
            return;
        }
        answer(visit, asked, true);
    }

    void post(Visit visit) throws IOException {
        Asked asked = Asked.byBody(visit.context());
        if (!asked.hasQuery()) {
            throw new ServerException(
                    ErrorCode.QUERY_MISSING, new Text("Der Parameter query fehlt.", "The parameter query is missing."));
        }
        answer(visit, asked, false);
    }

    /// Without a query: a form for people, the service description for programs.
    private void describe(Visit visit) {
        Negotiated negotiated =
                ContentNegotiation.choose(visit.context(), MediaTypes.DOCUMENT, Optional.empty(), "/sparql");
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        if (negotiated.isHtml()) {
            visit.page("sparql", SparqlPage.empty(visit, Workbench.of(visit, examples)), List.of());
        } else {
            visit.send(negotiated, new ServiceDescription(gate, visit).bytes(negotiated.format()));
        }
    }

    private void answer(Visit visit, Asked asked, boolean cacheable) throws IOException {
        Context context = visit.context();
        PreparedQuery first = gate.prepare(asked.request());
        Negotiated negotiated = negotiate(context, asked, first.kind());
        PreparedQuery prepared = negotiated.isHtml() ? gate.prepare(shortened(asked.request())) : first;
        List<String> ignored = asked.ignored();
        if (!ignored.isEmpty()) {
            context.header(Headers.IGNORED, String.join(", ", ignored));
        }
        if (cacheable && prepared.deterministic()) {
            if (visit.isUnchanged(negotiated, "query", "default-graph-uri", "named-graph-uri", "limit", "offset")) {
                return;
            }
            context.header("ETag", "W/" + context.res().getHeader("ETag"));
        } else {
            Headers.vary(context, negotiated);
            context.header("Cache-Control", "no-store");
        }
        String id = id(context);
        context.header("Query-Id", id);
        if (negotiated.isHtml()) {
            SparqlTable table = new SparqlTable(visit);
            gate.run(prepared, id, visit.generation(), table);
            visit.page("sparql", table.page(asked.request().text(), Workbench.of(visit, examples)), List.of());
        } else {
            send(visit, prepared, negotiated, id);
        }
    }

    private void send(Visit visit, PreparedQuery prepared, Negotiated negotiated, String id) throws IOException {
        Context context = visit.context();
        try (Spool spool = new Spool(prepared.budget())) {
            Answers answers = Answers.to(spool, negotiated.format().suffix(), prepared.kind());
            gate.run(prepared, id, visit.generation(), answers);
            context.contentType(negotiated.contentType());
            context.header(Headers.COMPLETE, "true");
            context.res().setContentLengthLong(spool.size());
            try (InputStream bytes = spool.read()) {
                bytes.transferTo(context.res().getOutputStream());
            }
        }
    }

    private static QueryRequest shortened(QueryRequest request) {
        long wanted = request.limit().orElse(Long.MAX_VALUE);
        return new QueryRequest(
                request.text(),
                request.timeout(),
                request.defaultGraphs(),
                request.namedGraphs(),
                request.offset(),
                OptionalLong.of(Math.min(wanted, SHOWN_ROWS + 1L)));
    }

    private static Negotiated negotiate(Context context, Asked asked, PreparedQuery.Kind kind) {
        Offer offer = switch (kind) {
            case SELECT -> ROWS;
            case ASK -> TRUTH;
            case CONSTRUCT, DESCRIBE -> MediaTypes.DOCUMENT;
        };
        for (String name : ContentNegotiation.PARAMETERS) {
            Optional<String> wish = asked.first(name);
            if (wish.isPresent()) {
                String format = wish.get().strip().replace(' ', '+');
                return offer.formats().stream()
                        .filter(each -> each.suffix().equals(format) || each.isNamed(format))
                        .findFirst()
                        .map(each -> new Negotiated(each, each.contentType(), true))
                        .orElseThrow(() -> notAcceptable(offer));
            }
        }
        return ContentNegotiation.choose(context, offer, Optional.empty(), "/sparql");
    }

    private static ServerException notAcceptable(Offer offer) {
        List<String> available = offer.formats().stream().map(Format::suffix).toList();
        String names = String.join(", ", available);
        return new ServerException(
                        ErrorCode.NOT_ACCEPTABLE,
                        new Text("Hier gibt es: " + names + ".", "Available here: " + names + "."))
                .with("available", available);
    }

    private String id(Context context) {
        String wished = context.header("Query-Id");
        if (wished == null) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
        if (!wished.matches(ID)) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text(
                                    "Query-Id hat 16 bis 64 Zeichen aus A-Z a-z 0-9 _ -.",
                                    "Query-Id has 16 to 64 characters of A-Z a-z 0-9 _ -."))
                    .with("parameter", "Query-Id");
        }
        return wished;
    }
}
