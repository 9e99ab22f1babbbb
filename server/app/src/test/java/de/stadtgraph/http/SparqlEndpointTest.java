package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.query.QueryBudget;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.stored.StoredQueries;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `/sparql` over a real connection (SPARQL 1.1 Protocol, section 2.1, and the contract in the design).
class SparqlEndpointTest {
    private static final String SELECT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Running server;

    @BeforeAll
    static void start() throws IOException {
        var budget = new QueryBudget(Duration.ofSeconds(1), 100_000, 8 << 20, 16 << 20, 100_000_000);
        var limits = QueryLimits.defaults(2).with(budget, budget.within(Duration.ofMinutes(1)));
        var gate = new QueryGate(limits, Fixture.IRIS.base());
        var transfer = new QueryTransfer(gate, Spools.defaults(), new ResultCache(1 << 20), HttpLimits.DEFAULT);
        server = new Running(front -> SparqlRoutes.of(front, gate, transfer, StoredQueries.none()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String path(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/sparql"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest(name = "{0} {1} gives {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT ?s { ?s ?p ?o } LIMIT 1 |                                 | 200 |"
                        + " application/sparql-results+json",
                "SELECT ?s { ?s ?p ?o } LIMIT 1 | application/json                | 200 | application/json",
                "SELECT ?s { ?s ?p ?o } LIMIT 1 | application/sparql-results+xml  | 200 |"
                        + " application/sparql-results+xml",
                "SELECT ?s { ?s ?p ?o } LIMIT 1 | text/csv                        | 200 | text/csv; charset=utf-8",
                "SELECT ?s { ?s ?p ?o } LIMIT 1 | text/tab-separated-values       | 200 | text/tab-separated-values;"
                        + " charset=utf-8",
                "SELECT ?s { ?s ?p ?o } LIMIT 1 | text/html                       | 200 | text/html; charset=utf-8",
                "SELECT ?s { ?s ?p ?o } LIMIT 1 | image/png                       | 406 | application/problem+json",
                "ASK {}                         |                                 | 200 |"
                        + " application/sparql-results+json",
                "ASK {}                         | text/csv                        | 406 | application/problem+json",
                "CONSTRUCT WHERE { ?s a ?o }    |                                 | 200 | text/turtle; charset=utf-8",
                "CONSTRUCT WHERE { ?s a ?o }    | application/n-triples           | 200 | application/n-triples",
                "CONSTRUCT WHERE { ?s a ?o }    | application/ld+json             | 200 | application/ld+json",
                "CONSTRUCT WHERE { ?s a ?o }    | application/rdf+xml             | 200 | application/rdf+xml",
                "CONSTRUCT WHERE { ?s a ?o }    | application/n-quads             | 200 | application/n-quads",
                "CONSTRUCT WHERE { ?s a ?o }    | application/trig                | 200 | application/trig",
                "DESCRIBE </id/tree/1>          | text/turtle                     | 200 | text/turtle; charset=utf-8",
            })
    void theFormatFollowsTheQueryAndTheWish(String query, String accept, int status, String type) throws Exception {
        HttpResponse<String> answer =
                accept == null ? server.get(path(query)) : server.get(path(query), "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type").replace(";charset", "; charset"))
                .isEqualTo(type);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Stadtgraph-State")).isEqualTo("42");
    }

    @Test
    void thePageShowsLabelsAndKeepsTheIri() throws Exception {
        String query = "SELECT ?thing ?label (3 AS ?n) {"
                + " ?thing <http://www.w3.org/2004/02/skos/core#prefLabel>|<http://www.w3.org/2000/01/rdf-schema#label> ?label"
                + " FILTER(LANG(?label) = 'de') } ORDER BY ?thing LIMIT 1";
        String[] row = server.get(path(query) + "&format=csv")
                .body()
                .lines()
                .toList()
                .get(1)
                .split(",", -1);
        String page =
                server.get(path(query) + "&lang=de", "Accept", "text/html").body();
        assertThat(page)
                .contains("title=\"" + row[0] + "\"", "<td class=\"number\">")
                .containsPattern("<a href=[^>]+>" + Pattern.quote(row[1]) + "</a>");
    }

    @Test
    void aQueryComesByAddressFormOrBody() throws Exception {
        String expected = server.get(path(SELECT) + "&format=csv").body();
        assertThat(expected).startsWith("n\r\n").hasLineCount(2);
        String form = "output=csv&query=" + URLEncoder.encode(SELECT, StandardCharsets.UTF_8);
        assertThat(post(FORM, form).body()).isEqualTo(expected);
        var json = post("application/sparql-query; charset=UTF-8", SELECT);
        assertThat(json.body()).contains("\"bindings\"");
        assertThat(header(json, "ETag")).isEmpty();
        assertThat(header(json, "Query-Id")).hasSizeBetween(16, 64);
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/sparql-query; charset=iso-8859-1 | ASK {}                     | 415 |"
                        + " unsupported-media-type",
                "text/plain                                   | ASK {}                     | 415 |"
                        + " unsupported-media-type",
                "application/sparql-update                    | CLEAR ALL                  | 403 | read-only",
                "application/x-www-form-urlencoded            | update=CLEAR+ALL           | 403 | read-only",
                "application/sparql-query                     | LOAD <http://127.0.0.1:1/> | 403 | read-only",
                "application/x-www-form-urlencoded            | x=1                        | 400 | query-missing",
                "application/x-www-form-urlencoded            | query=ASK{}&query=ASK{}    | 400 | query-missing",
                "application/sparql-query                     | ASK {                      | 400 | query-syntax",
                "application/sparql-query                     | ASK { SERVICE ?s {} }      | 403 | service-not-allowed",
                "application/sparql-query                     | ASK { FILTER(<urn:f>()) }  | 400 | function-unknown",
                "application/x-www-form-urlencoded            | query=ASK{}&timeout=61     | 400 | limit-above-cap",
                "application/x-www-form-urlencoded            | query=ASK{}&timeout=soon   | 400 | bad-request",
            })
    void whatCannotBeAnsweredIsAProblem(String type, String body, int status, String code) throws Exception {
        HttpResponse<String> answer = post(type, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void aKnownAnswerIsNotSentAgain() throws Exception {
        HttpResponse<String> first = server.get(path(SELECT));
        String tag = header(first, "ETag");
        assertThat(tag).startsWith("W/\"s42-");
        assertThat(server.get(path(SELECT), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(header(server.get(path(SELECT), "Accept", "text/csv"), "ETag"))
                .isNotEqualTo(tag);
        assertThat(header(server.get(path("SELECT (NOW() AS ?x) {}")), "ETag")).isEmpty();
        assertThat(header(server.get(path("SELECT (BNODE() AS ?x) {}")), "ETag"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"turtle, text/turtle", "json-ld, application/ld+json", "rdf+xml, application/rdf+xml", "n3, text/turtle"
    })
    void graphsHaveTheNamesThatClientsKnow(String name, String type) throws Exception {
        String address = path("CONSTRUCT WHERE { ?s a ?o }") + "&format=" + name.replace("+", "%2B");
        assertThat(header(server.get(address + "&output=" + name + "&results=" + name), "Content-Type"))
                .startsWith(type);
    }

    @Test
    void aSlashAtTheEndNamesTheSameEndpoint() throws Exception {
        HttpResponse<String> answer = server.get(path(SELECT).replace("/sparql?", "/sparql/?"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(server.get(path(SELECT)).body());
    }

    @Test
    void unknownParametersAreNamed() throws Exception {
        HttpResponse<String> answer = server.get(path(SELECT) + "&foo=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Stadtgraph-Ignored")).isEqualTo("foo");
        assertThat(header(answer, "Stadtgraph-Complete")).isEqualTo("true");
    }

    @Test
    void aSlowQueryIsCancelledOverHttp() throws Exception {
        String id = "0123456789abcdef-test";
        String bomb = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n0 ?o "
                + "FILTER(REGEX(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j), STR(?o)), 'x.*y.*z$')) }";
        assertThat(server.get(path(bomb)).statusCode()).isEqualTo(503);
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + path(bomb) + "&timeout=20s"))
                .header("Query-Id", id)
                .build();
        var answer = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        for (int i = 0; i < 50 && server.get("/sparql/running/" + id).statusCode() == 404; i++) {
            Thread.sleep(20);
        }
        assertThat(server.get("/sparql/running/" + id).body()).contains("\"status\":\"running\"");
        assertThat(server.get(path("ASK {}"), "Query-Id", id).statusCode()).isEqualTo(409);
        long start = System.nanoTime();
        assertThat(server.send("DELETE", "/sparql/running/" + id).statusCode()).isEqualTo(204);
        assertThat(answer.join().body()).contains("query-cancelled");
        assertThat(answer.join().statusCode()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(server.get("/sparql/running/" + id).body()).contains("\"status\":\"cancelled\"");
        assertThat(server.get("/sparql/running/0000000000000000").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAQueryTheEndpointDescribesItself() throws Exception {
        assertThat(server.get("/sparql").body()).contains("sparql-service-description#", "SPARQL11Query");
        HttpResponse<String> page = server.get("/sparql?lang=en", "Accept", "text/html");
        assertThat(page.body()).contains("<textarea", "lang=\"en\"").doesNotContain("<script>");
        HttpResponse<String> table =
                server.get(path("SELECT ('<b>x</b>' AS ?x) {}") + "&lang=de", "Accept", "text/html");
        assertThat(table.body()).contains("&lt;b&gt;x&lt;/b&gt;").doesNotContain("<b>x</b>");
    }
}
