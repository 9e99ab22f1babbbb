package de.stadtgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.stadtgraph.federation.Federation;
import de.stadtgraph.federation.FederationRules;
import de.stadtgraph.http.Fixture;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.HttpLimits;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.ResultCache;
import de.stadtgraph.http.Running;
import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.TextSearch;
import de.stadtgraph.query.stored.StoredQueries;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// SERVICE (SPARQL 1.1 Federated Query): the portals that are allowed, over real connections, and portals that behave
/// badly.
class FederatedQueryTest {
    private static final String PREFIX = "PREFIX e: <http://example.org/> ";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final CountDownLatch END = new CountDownLatch(1);
    private static final List<String> HEARD = Collections.synchronizedList(new ArrayList<>());
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static Running trees;
    private static Running streets;
    private static Running city;
    private static Running pair;
    private static HttpServer odd;

    @BeforeAll
    static void start() throws IOException {
        trees = portal("""
                e:t1 e:on e:s1 . e:t2 e:on e:s2 . e:t3 e:on e:s2 .
                """, Federation.none());
        streets = portal("""
                e:s1 e:name "Am Markt"@de . e:s2 e:name "Löbdergraben"@de .
                """, Federation.none());
        odd = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        odd.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        odd.createContext("/", exchange -> {
            HEARD.add(exchange.getRequestHeaders().getFirst("Via") + " "
                    + exchange.getRequestURI().getRawQuery() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answerBadly(exchange);
        });
        odd.start();
        var allowed = new TreeSet<String>(List.of(endpoint(trees.port()), endpoint(streets.port())));
        for (String kind : List.of("slow", "rows", "bytes", "broken", "refusing", "away")) {
            allowed.add(oddly(kind));
        }
        var limits = new FederationRules.Limits(Duration.ofSeconds(2), 1_000, 1 << 20);
        city = portal(
                """
                e:s2 e:district e:west . e:s1 e:district e:centre . _:b e:district e:no .
                """,
                new Federation(
                        new FederationRules(allowed, Set.of("localhost"), limits, "Stadtgraph"), "https://c.de/"));
        pair = portal("", new Federation(good(), "https://c.de/"));
    }

    /// A city that knows the two good portals alone.
    private static FederationRules good() {
        var allowed = new TreeSet<String>(List.of(endpoint(trees.port()), endpoint(streets.port())));
        return new FederationRules(allowed, Set.of("localhost"), FederationRules.LIMITS, "Stadtgraph");
    }

    private static Running portal(String data, Federation federation) throws IOException {
        DatasetGraph graphs = DatasetGraphFactory.create();
        RDFParser.fromString("PREFIX e: <http://example.org/> " + data, Lang.TRIG)
                .parse(graphs);
        TestGeneration generation = TestGeneration.of(1, graphs);
        var gate = new QueryGate(QueryLimits.defaults(2), Fixture.IRIS.base(), TextSearch.NONE, federation);
        var transfer = new QueryTransfer(gate, Spools.defaults(), new ResultCache(1 << 20), HttpLimits.DEFAULT);
        OPEN.add(federation);
        return new Running(front -> SparqlRoutes.of(front, gate, transfer, StoredQueries.none()), () -> generation);
    }

    private static String endpoint(int port) {
        return "http://localhost:" + port + "/sparql";
    }

    private static String oddly(String kind) {
        return "http://localhost:" + odd.getAddress().getPort() + "/" + kind;
    }

    private static void answerBadly(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        String kind = exchange.getRequestURI().getPath();
        if (kind.equals("/slow")) {
            try {
                END.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        if (kind.equals("/away")) {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/sparql");
            exchange.sendResponseHeaders(307, -1);
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(kind.equals("/refusing") ? 500 : 200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            String head = "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[";
            out.write(head.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < (kind.equals("/rows") ? 2_000 : 1); i++) {
                String value = kind.equals("/bytes") ? "x".repeat(2 << 20) : "" + i;
                String row = "{\"a\":{\"type\":\"literal\",\"value\":\"" + value + "\"}}";
                out.write(((i > 0 ? "," : "") + row).getBytes(StandardCharsets.UTF_8));
            }
            out.write((kind.equals("/broken") ? ",{" : "]}}").getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        END.countDown();
        odd.stop(0);
        for (Running server : List.of(city, pair, trees, streets)) {
            server.close();
        }
        for (AutoCloseable each : OPEN) {
            each.close();
        }
    }

    private static HttpResponse<String> ask(String query, String... headers) throws Exception {
        return ask(city, query, headers);
    }

    private static HttpResponse<String> ask(Running server, String query, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/sparql?format=csv"))
                .header("Content-Type", "application/sparql-query")
                .header("Accept-Language", "en")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(PREFIX + query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> rows(String query) throws Exception {
        HttpResponse<String> answer = ask(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue(Headers.COMPLETE)).hasValue("true");
        return answer.body().lines().skip(1).sorted().toList();
    }

    @Test
    void rowsAreJoinedWithWhatAnotherPortalKnows() throws Exception {
        assertThat(rows("SELECT ?d ?n { ?s e:district ?d SERVICE <" + endpoint(streets.port())
                        + "> { ?s e:name ?n } }"))
                .containsExactly("http://example.org/centre,Am Markt", "http://example.org/west,Löbdergraben");
    }

    @Test
    void aPatternOfTwoPortalsIsJoinedHere() throws Exception {
        assertThat(rows("SELECT ?t ?n ?d { SERVICE <" + endpoint(trees.port()) + "> { ?t e:on ?s } SERVICE <"
                        + endpoint(streets.port()) + "> { ?s e:name ?n FILTER(STRLEN(?n) > 8) } ?s e:district ?d }"))
                .containsExactly(
                        "http://example.org/t2,Löbdergraben,http://example.org/west",
                        "http://example.org/t3,Löbdergraben,http://example.org/west");
    }

    @Test
    void aSubselectOptionalAndMinusKeepTheirMeaning() throws Exception {
        String street = endpoint(streets.port());
        assertThat(rows("SELECT ?s ?n { ?s e:district ?d OPTIONAL { SERVICE <" + street
                        + "> { ?s e:name ?n FILTER(?n = \"Am Markt\"@de) } } FILTER(isIRI(?s)) }"))
                .containsExactly("http://example.org/s1,Am Markt", "http://example.org/s2,");
        assertThat(rows("SELECT ?n { SERVICE <" + street + "> { SELECT (COUNT(*) AS ?n) { ?s e:name ?name } } }"))
                .containsExactly("2");
        assertThat(rows("SELECT ?s { ?s e:district ?d MINUS { SERVICE <" + street
                        + "> { ?s e:name \"Am Markt\"@de } } FILTER(isIRI(?s)) }"))
                .containsExactly("http://example.org/s2");
        assertThat(rows("SELECT ?s { ?s e:district ?d FILTER EXISTS { SERVICE <" + street
                        + "> { ?s e:name \"Am Markt\"@de } } }"))
                .containsExactly("http://example.org/s1");
    }

    @Test
    void allPortalsTogetherAreOneForAQuery() throws Exception {
        HttpResponse<String> answer =
                ask(pair, "SELECT ?t ?n { SERVICE <https://c.de/federation> { ?t e:on ?s . ?s e:name ?n } }");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines().skip(1).sorted())
                .containsExactly(
                        "http://example.org/t1,Am Markt",
                        "http://example.org/t2,Löbdergraben",
                        "http://example.org/t3,Löbdergraben");
    }

    @Test
    void ofAllPortalsThoseThatDoNotAnswerAreNamed() throws Exception {
        HttpResponse<String> failed =
                ask("SELECT ?t ?n { SERVICE <https://c.de/federation> { ?t e:on ?s . ?s e:name ?n } }");
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(failed.body()).contains("There is no answer from: ").contains(oddly("refusing"));
    }

    @Test
    void whatIsNotAllowedIsRefusedBeforeAnythingIsAsked() throws Exception {
        for (String service : List.of("<http://localhost:9/sparql>", "?x", "<" + endpoint(trees.port()) + "?x>")) {
            for (String silent : List.of("", "SILENT ")) {
                HttpResponse<String> answer =
                        ask("SELECT * { ?s e:district ?d SERVICE " + silent + service + " { ?s ?p ?o } }");
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).contains("service-not-allowed").contains(endpoint(trees.port()));
            }
        }
    }

    @Test
    void aRelayedQueryIsNotRelayedAgain() throws Exception {
        HttpResponse<String> answer = ask(
                "SELECT * { SERVICE <" + endpoint(trees.port()) + "> { ?s ?p ?o } }",
                "Via",
                "1.1 proxy, 1.1 stadtgraph");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("not relayed again");
    }

    @Test
    void aPortalThatFailsEndsTheQueryInTime() throws Exception {
        for (String kind : List.of("slow", "rows", "bytes", "broken", "refusing", "away")) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = ask("SELECT * { SERVICE <" + oddly(kind) + "> { ?a e:p ?b } }");
            assertThat(answer.statusCode()).as(kind + answer.body()).isEqualTo(503);
            assertThat(answer.body()).as(kind).contains("service-failed");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(kind).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void insideAFilterAFailureIsNotTakenForFalse() throws Exception {
        HttpResponse<String> answer = ask("SELECT ?s { ?s e:district ?d FILTER NOT EXISTS { SERVICE <"
                + oddly("refusing") + "> { ?s e:name ?n } } }");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    }

    @Test
    void silentGoesOnWithoutThePortalAndTheAnswerSaysSo() throws Exception {
        HttpResponse<String> answer = ask(
                "SELECT ?s ?n { ?s e:district e:west SERVICE SILENT <" + oddly("refusing") + "> { ?s e:name ?n } }");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines().skip(1)).containsExactly("http://example.org/s2,");
        assertThat(answer.headers().firstValue(Headers.COMPLETE))
                .hasValue("false; without=\"" + oddly("refusing") + "\"");
    }

    @Test
    void knownValuesGoAlongAndTheRequestSaysThatItIsRelayed() throws Exception {
        HEARD.clear();
        ask("SELECT * { ?s e:district e:west SERVICE SILENT <" + oddly("refusing") + "> { ?s e:name ?n } }");
        assertThat(HEARD).hasSize(1);
        String decoded = java.net.URLDecoder.decode(HEARD.getFirst(), StandardCharsets.UTF_8);
        assertThat(decoded).startsWith("1.1 stadtgraph").contains("VALUES").contains("http://example.org/s2");
    }

    @Test
    void aCancelledQueryStopsWaiting() throws Exception {
        long begin = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + city.port() + "/sparql?timeout=1"))
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(PREFIX + "SELECT * { SERVICE <" + oddly("slow") + "> { ?a e:p ?b } }"))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("query-timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void manyQueriesLeaveNoThreadsBehind() throws Exception {
        String query = "SELECT ?n { SERVICE <" + endpoint(streets.port()) + "> { e:s1 e:name ?n } }";
        rows(query);
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int i = 0; i < 60; i++) {
            assertThat(rows(query)).containsExactly("Am Markt");
        }
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(before + 30);
    }

    @Test
    void theServiceDescriptionTellsOfFederation() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + city.port() + "/sparql"))
                        .header("Accept", "text/turtle")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("BasicFederatedQuery");
    }
}
