package de.stadtgraph.http.sparql;

import de.stadtgraph.http.Caller;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.Tickets;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.PlanSink;
import de.stadtgraph.query.PreparedQuery;
import de.stadtgraph.query.QueryCaller;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryRequest;
import de.stadtgraph.query.Ticket;
import de.stadtgraph.query.stored.StoredQueries;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// `/sparql`: reads the request, lets the gate prepare and run it, sends a complete answer or an error.
///
/// The status is sent with the end of a short answer, or with the first 64 KB of a long one, which ends with a trailer
/// or is cut. Thread-safe.
final class Endpoint {
    /// Rows that a page shows.
    static final int SHOWN_ROWS = 1_000;

    private static final Offer ROWS = new Offer(
            List.of(
                    MediaTypes.SPARQL_JSON,
                    MediaTypes.SPARQL_XML,
                    MediaTypes.CSV,
                    MediaTypes.TSV,
                    MediaTypes.GEO_JSON,
                    MediaTypes.XLSX,
                    MediaTypes.HTML,
                    MediaTypes.CSV_EXCEL),
            MediaTypes.SPARQL_JSON);
    private static final Offer TRUTH =
            new Offer(List.of(MediaTypes.SPARQL_JSON, MediaTypes.SPARQL_XML, MediaTypes.HTML), MediaTypes.SPARQL_JSON);
    /// What clients such as SPARQLWrapper call the formats of graphs.
    private static final Map<String, Set<String>> OTHER_NAMES = Map.of(
            "ttl", Set.of("turtle", "n3"),
            "nt", Set.of("ntriples", "n-triples"),
            "jsonld", Set.of("json-ld", "json"),
            "rdf", Set.of("rdf+xml", "xml"));

    private static final Set<Format> DOWNLOADS = Set.of(MediaTypes.XLSX, MediaTypes.CSV_EXCEL);

    private final QueryGate gate;
    private final QueryTransfer transfer;
    private final StoredQueries examples;
    private final Tickets tickets = new Tickets();

    /// @param examples queries that the workbench offers
    Endpoint(QueryGate gate, QueryTransfer transfer, StoredQueries examples) {
        this.gate = gate;
        this.transfer = transfer;
        this.examples = examples;
    }

    void get(Visit visit) throws IOException, InterruptedException {
        Asked asked = Asked.byAddress(visit.context());
        if (!asked.hasQuery()) {
            describe(visit);
            return;
        }
        answer(visit, asked, true);
    }

    void post(Visit visit) throws IOException, InterruptedException {
        Asked asked = Asked.byBody(visit.context());
        if (!asked.hasQuery()) {
            throw missing();
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

    private void answer(Visit visit, Asked asked, boolean cacheable) throws IOException, InterruptedException {
        Context context = visit.context();
        context.header("Accept-Query", "application/sparql-query");
        QueryCaller caller = Caller.of(context).asked();
        PreparedQuery first = gate.prepare(asked.request(), caller);
        Negotiated negotiated = negotiate(context, asked, first.kind());
        PreparedQuery prepared = negotiated.isHtml() ? gate.prepare(shortened(asked.request()), caller) : first;
        List<String> ignored = asked.ignored();
        if (!ignored.isEmpty()) {
            context.header(Headers.IGNORED, String.join(", ", ignored));
        }
        if (cacheable && prepared.deterministic() && !caller.signedIn()) {
            if (visit.isUnchanged(negotiated, "query", "default-graph-uri", "named-graph-uri", "limit", "offset")) {
                return;
            }
            context.header("ETag", "W/" + context.res().getHeader("ETag"));
        } else {
            Headers.vary(context, negotiated);
            context.header("Cache-Control", "no-store");
        }
        Ticket ticket = tickets.of(context);
        if (negotiated.isHtml()) {
            SparqlTable table = new SparqlTable(visit);
            transfer.collect(visit, prepared, ticket, table);
            visit.page("sparql", table.page(asked.request().text(), Workbench.of(visit, examples)), List.of());
            return;
        }
        String kind = DOWNLOADS.contains(negotiated.format()) ? "attachment" : "inline";
        String name = "sparql-" + visit.generation().state() + "."
                + negotiated.format().suffix().replace("csv-excel", "csv");
        context.header("Content-Disposition", kind + "; filename=\"" + name + "\"");
        transfer.send(visit, new QueryTransfer.Wish(prepared, negotiated, ticket));
    }

    /// Runs a query and tells how it was done instead of its answer: operators with the rows expected and seen.
    void plan(Visit visit) throws IOException {
        Context context = visit.context();
        Asked asked = HandlerType.POST.equals(context.method()) ? Asked.byBody(context) : Asked.byAddress(context);
        if (!asked.hasQuery()) {
            throw missing();
        }
        PreparedQuery prepared =
                gate.prepare(asked.request(), Caller.of(context).asked());
        var plan = new ByteArrayOutputStream();
        transfer.collect(visit, prepared, tickets.of(context), new PlanSink(plan, PlanSink.Form.JSON));
        context.header("Cache-Control", "no-store");
        context.contentType("application/json").result(plan.toByteArray());
    }

    private static ServerException missing() {
        return new ServerException(
                ErrorCode.QUERY_MISSING, new Text("Der Parameter query fehlt.", "The parameter query is missing."));
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
                        .filter(each -> each.suffix().equals(format)
                                || each.isNamed(format)
                                || OTHER_NAMES
                                        .getOrDefault(each.suffix(), Set.of())
                                        .contains(format))
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
}
