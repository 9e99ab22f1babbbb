package de.stadtgraph.http.queries;

import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.Caching;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.Tickets;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.PreparedQuery;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryRequest;
import de.stadtgraph.query.Ticket;
import de.stadtgraph.query.stored.GivenValues;
import de.stadtgraph.query.stored.Parameter;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.query.stored.StoredQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers `/query/{name}`: the page, the answer in any format, the text of the query.
final class QueryAnswers {
    private static final Format TEXT = Format.of("rq", "application/sparql-query");
    private static final Set<Format> DOWNLOADS = Set.of(MediaTypes.XLSX, MediaTypes.CSV_EXCEL);

    private final QueryGate gate;
    private final StoredQueries queries;
    private final QueryTransfer transfer;
    private final Tickets tickets = new Tickets();

    QueryAnswers(QueryGate gate, QueryTransfer transfer, StoredQueries queries) {
        this.gate = gate;
        this.transfer = transfer;
        this.queries = queries;
    }

    void answer(Visit visit) throws IOException, InterruptedException {
        String path = visit.context().pathParam("name");
        int dot = path.lastIndexOf('.');
        StoredQuery query = find(dot < 0 ? path : path.substring(0, dot));
        Offer offer = offer(kind(query));
        Optional<Format> suffix = dot < 0 ? Optional.empty() : Optional.of(suffix(offer, path.substring(dot + 1)));
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), offer, suffix, "/query/" + query.name());
        query.replacement()
                .filter(name -> queries.find(name).isPresent())
                .ifPresent(name ->
                        Headers.links(visit.context(), List.of(Link.of("/query/" + name, "successor-version"))));
        if (negotiated.format().equals(TEXT)) {
            text(visit, query, negotiated);
            return;
        }
        answer(visit, query, negotiated);
    }

    private StoredQuery find(String name) {
        return queries.find(name)
                .orElseThrow(() -> new ServerException(
                                ErrorCode.NOT_FOUND,
                                new Text("Diese Anfrage gibt es nicht.", "There is no such query."))
                        .with(
                                "suggestions",
                                queries.all().stream()
                                        .map(each -> "/query/" + each.name())
                                        .limit(5)
                                        .toList()));
    }

    private PreparedQuery.Kind kind(StoredQuery query) {
        return gate.prepare(QueryRequest.of(query.sparql())).kind();
    }

    static Offer offer(PreparedQuery.Kind kind) {
        List<Format> formats = new ArrayList<>(
                switch (kind) {
                    case SELECT ->
                        List.of(
                                MediaTypes.SPARQL_JSON,
                                MediaTypes.SPARQL_XML,
                                MediaTypes.CSV,
                                MediaTypes.TSV,
                                MediaTypes.GEO_JSON,
                                MediaTypes.XLSX);
                    case ASK -> List.of(MediaTypes.SPARQL_JSON, MediaTypes.SPARQL_XML);
                    case CONSTRUCT, DESCRIBE -> MediaTypes.GRAPH.formats();
                });
        Format usual = formats.getFirst();
        formats.add(TEXT);
        formats.add(MediaTypes.HTML);
        if (kind == PreparedQuery.Kind.SELECT) {
            formats.add(MediaTypes.CSV_EXCEL);
        }
        return new Offer(formats, usual);
    }

    private static Format suffix(Offer offer, String name) {
        return offer.ofSuffix(name)
                .orElseThrow(() -> new ServerException(
                                ErrorCode.NOT_ACCEPTABLE,
                                new Text(
                                        "Das Format " + name + " gibt es hier nicht.",
                                        "There is no format " + name + "."))
                        .with(
                                "available",
                                offer.formats().stream().map(Format::suffix).toList()));
    }

    private static void text(Visit visit, StoredQuery query, Negotiated negotiated) {
        if (!visit.isUnchanged(negotiated)) {
            visit.send(negotiated, query.file().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void answer(Visit visit, StoredQuery query, Negotiated negotiated)
            throws IOException, InterruptedException {
        Given given = Given.of(visit.context(), query);
        boolean waits = negotiated.isHtml() && isMissing(query, given);
        if (waits) {
            if (!visit.isUnchanged(negotiated, given.names())) {
                send(visit, new QueryPages(visit, query, given).form());
            }
            return;
        }
        GivenValues values = GivenValues.read(
                query,
                given.values(),
                visit.generation().data(),
                visit.site().iris().base());
        PreparedQuery prepared = gate.prepare(given.request(query, negotiated.isHtml()), values.nodes());
        Ticket ticket = tickets.of(visit.context());
        if (isCached(visit, prepared, negotiated, given)) {
            return;
        }
        if (negotiated.isHtml()) {
            var rows = new Rows();
            gate.run(prepared, ticket, visit.generation(), rows);
            send(visit, new QueryPages(visit, query, given).answered(rows));
            return;
        }
        var wish = new QueryTransfer.Wish(prepared, negotiated, ticket, given.next(query, negotiated));
        send(visit, query, wish, given);
    }

    private static void send(Visit visit, QueryPage page) {
        visit.page("query", page, page.frame().links());
    }

    private static boolean isMissing(StoredQuery query, Given given) {
        return query.parameters().stream()
                .filter(Parameter::required)
                .anyMatch(parameter ->
                        given.values().getOrDefault(parameter.name(), "").isBlank());
    }

    private static boolean isCached(Visit visit, PreparedQuery prepared, Negotiated negotiated, Given given) {
        boolean cacheable =
                prepared.deterministic() && !visit.context().method().name().equals("POST");
        if (!cacheable) {
            Headers.vary(visit.context(), negotiated);
            visit.context().header("Cache-Control", Caching.NEVER.value());
            return false;
        }
        if (visit.isUnchanged(negotiated, given.names())) {
            return true;
        }
        visit.context().header("ETag", "W/" + visit.context().res().getHeader("ETag"));
        return false;
    }

    private void send(Visit visit, StoredQuery query, QueryTransfer.Wish wish, Given given)
            throws IOException, InterruptedException {
        Negotiated negotiated = wish.negotiated();
        Headers.links(visit.context(), given.links(query, negotiated));
        String kind = DOWNLOADS.contains(negotiated.format()) ? "attachment" : "inline";
        String suffix = negotiated.format().suffix().replace("csv-excel", "csv");
        String name = query.name() + "-" + visit.generation().state() + "." + suffix;
        visit.context().header("Content-Disposition", kind + "; filename=\"" + name + "\"");
        transfer.send(visit, wish);
    }

    /// The address of a query with parameters.
    static String address(String path, java.util.Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(path);
        parameters.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? "?" : "&")
                .append(name)
                .append('=')
                .append(Addresses.encode(value)));
        return address.toString();
    }
}
