package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The SPARQL 1.1 Graph Store HTTP Protocol on a draft, section by section; the number is in each name.
class GraphStoreTest {
    private static final String STORE = "/workspace/store/data";
    private static final String GRAPH = STORE + "?graph=http%3A%2F%2Fexample.org%2Fg";
    private static final String DEFAULT = STORE + "?default";
    private static final String TURTLE = "text/turtle";
    private static final String JANE = "<http://example.org/jane> <http://xmlns.com/foaf/0.1/name> \"Jane\" .";
    private static final String JOHN = "<http://example.org/john> <http://xmlns.com/foaf/0.1/name> \"John\" .";

    @TempDir
    static Path data;

    private static DraftServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new DraftServer(data);
        server.make("store");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws Exception {
        assertThat(server.update("store", "CLEAR ALL").statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        return server.send(server.editor(), method, path, body, headers);
    }

    private static HttpResponse<String> put(String path, String body) throws Exception {
        return send("PUT", path, body, "Content-Type", TURTLE);
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body, "Content-Type", TURTLE);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "", "Accept", "application/n-triples");
    }

    private static Graph parsed(HttpResponse<String> answer, Lang language) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), language).parse(graph);
        return graph;
    }

    private static void assertHolds(String path, String turtle) throws Exception {
        Graph expected = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(expected);
        Graph actual = parsed(get(path), Lang.NTRIPLES);
        assertThat(actual.isIsomorphicWith(expected)).as(actual.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?graph=g",
                "?graph=",
                "?graph=/rooted",
                "?graph=http%3A%2F%2Fexample.org%2Fa%20b",
                "?graph=http%3A%2F%2Fexample.org%2Fa%3E",
                "?default&graph=http%3A%2F%2Fexample.org%2Fg",
                "?graph=http%3A%2F%2Fexample.org%2Fg&graph=http%3A%2F%2Fexample.org%2Fh",
                "?default&default",
                "?default=http%3A%2F%2Fexample.org%2Fg"
            })
    void section42OneGraphIsNamedByAnAbsoluteIriOrItIsABadRequest(String query) throws Exception {
        for (String method : List.of("GET", "PUT", "POST", "DELETE")) {
            HttpResponse<String> answer =
                    send(method, STORE + query, method.startsWith("P") ? JANE : "", "Content-Type", TURTLE);
            assertThat(answer.statusCode()).as(method + query + answer.body()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(server.size("store")).isZero();
    }

    @Test
    void section42ThePercentEncodedIriIsTheGraphsName() throws Exception {
        assertThat(put(STORE + "?graph=http%3A%2F%2Fexample.org%2F%C3%A4%3Fa%3D1%26b%3D2", JANE)
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.query("store", "SELECT ?g { GRAPH ?g { } }").body()).contains("http://example.org/ä?a=1&b=2");
    }

    @Test
    void section42TheDefaultGraphIsNamedByDefault() throws Exception {
        put(DEFAULT, JANE);
        put(GRAPH, JOHN);
        assertHolds(DEFAULT, JANE);
        assertHolds(GRAPH, JOHN);
        assertThat(server.query("store", "SELECT ?s { ?s ?p ?o }").body())
                .contains("jane")
                .doesNotContain("john");
    }

    @Test
    void section51AMethodThatIsNotOfferedIs405WithTheOthers() throws Exception {
        HttpResponse<String> answer = send("PATCH", GRAPH, "CLEAR ALL", "Content-Type", "application/sparql-update");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD", "PUT", "POST", "DELETE");
    }

    @Test
    void section51AMediaTypeThatIsNotRdfIs415() throws Exception {
        for (String type :
                List.of("text/plain", "application/json", "application/x-www-form-urlencoded", "text/html")) {
            assertThat(send("PUT", GRAPH, JANE, "Content-Type", type).statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(send("PUT", GRAPH, JANE).statusCode()).isEqualTo(415);
    }

    @Test
    void section51WhatDoesNotParseIs400AndChangesNothing() throws Exception {
        put(GRAPH, JANE);
        for (String wrong : List.of("<http://example.org/a> <b>", JOHN + " this is no turtle", "{ }")) {
            assertThat(put(GRAPH, wrong).body()).as(wrong).contains("\"rdf-syntax\"");
            assertThat(post(GRAPH, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(send("PUT", GRAPH, JANE, "Content-Type", "application/rdf+xml")
                        .statusCode())
                .isEqualTo(400);
        assertHolds(GRAPH, JANE);
    }

    @Test
    void section52AGraphIsReadInEveryFormat() throws Exception {
        put(GRAPH, JANE);
        Map<String, Lang> formats = Map.of(
                TURTLE,
                Lang.TURTLE,
                "application/n-triples",
                Lang.NTRIPLES,
                "application/rdf+xml",
                Lang.RDFXML,
                "application/ld+json",
                Lang.JSONLD);
        for (Map.Entry<String, Lang> format : formats.entrySet()) {
            HttpResponse<String> answer = send("GET", GRAPH, "", "Accept", format.getKey());
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(format.getKey());
            assertThat(parsed(answer, format.getValue()).size())
                    .as(format.getKey())
                    .isEqualTo(1);
        }
        HttpResponse<String> any = send("GET", GRAPH, "");
        Lang language = RDFLanguages.contentTypeToLang(
                any.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0]);
        assertThat(parsed(any, language).size()).isEqualTo(1);
    }

    @Test
    void section52AGraphThatIsNotThereIs404() throws Exception {
        HttpResponse<String> answer = get(GRAPH);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(answer.body()).contains("\"not-found\"");
        assertThat(parsed(get(DEFAULT), Lang.NTRIPLES).size()).isZero();
    }

    @Test
    void section53PutMakesAGraphAndReplacesIt() throws Exception {
        assertThat(put(GRAPH, JANE).statusCode()).isEqualTo(201);
        assertHolds(GRAPH, JANE);
        assertThat(put(GRAPH, JOHN).statusCode()).isIn(200, 204);
        assertHolds(GRAPH, JOHN);
        assertThat(put(DEFAULT, JANE).statusCode()).isIn(200, 201, 204);
        assertThat(put(DEFAULT, JOHN).statusCode()).isIn(200, 204);
        assertHolds(DEFAULT, JOHN);
    }

    @Test
    void section53PutOfNothingLeavesAnEmptyGraph() throws Exception {
        put(GRAPH, JANE);
        assertThat(put(GRAPH, "# nothing").statusCode()).isIn(200, 204);
        assertThat(server.size("store")).isZero();
    }

    @Test
    void section53RelativeIrisResolveAgainstTheNamedGraph() throws Exception {
        put(STORE + "?graph=http%3A%2F%2Fexample.org%2Fpeople%2F1", "<> <#knows> <2> .");
        assertHolds(
                STORE + "?graph=http%3A%2F%2Fexample.org%2Fpeople%2F1",
                "<http://example.org/people/1> <http://example.org/people/1#knows> <http://example.org/people/2> .");
    }

    @Test
    void section54DeleteRemovesAGraphOnce() throws Exception {
        put(GRAPH, JANE);
        put(DEFAULT, JOHN);
        assertThat(send("DELETE", GRAPH, "").statusCode()).isIn(200, 204);
        assertThat(get(GRAPH).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", GRAPH, "").statusCode()).isEqualTo(404);
        assertHolds(DEFAULT, JOHN);
        assertThat(send("DELETE", DEFAULT, "").statusCode()).isIn(200, 204);
        assertThat(server.size("store")).isZero();
    }

    @Test
    void section54TheStoreItselfIsNotDeleted() throws Exception {
        put(GRAPH, JANE);
        assertThat(send("DELETE", STORE, "").statusCode()).isEqualTo(400);
        assertHolds(GRAPH, JANE);
    }

    @Test
    void section55PostAddsToAGraphAndMakesIt() throws Exception {
        assertThat(post(GRAPH, JANE).statusCode()).isEqualTo(201);
        assertThat(post(GRAPH, JOHN).statusCode()).isIn(200, 204);
        assertThat(post(GRAPH, JOHN).statusCode()).isIn(200, 204);
        assertHolds(GRAPH, JANE + JOHN);
        assertThat(post(DEFAULT, JANE).statusCode()).isIn(200, 201, 204);
        assertHolds(DEFAULT, JANE);
    }

    @Test
    void section55PostToTheStoreMakesAGraphAndNamesIt() throws Exception {
        HttpResponse<String> first = post(STORE, JANE);
        HttpResponse<String> second = post(STORE, JOHN);
        assertThat(first.statusCode()).isEqualTo(201);
        String made = first.headers().firstValue("Location").orElseThrow();
        assertThat(made).isNotEqualTo(second.headers().firstValue("Location").orElseThrow());
        assertHolds(made, JANE);
    }

    @Test
    void section55PostOfAFormMergesItsFiles() throws Exception {
        String form = part("jane.ttl", TURTLE, JANE + " _:a <http://example.org/p> 1 .")
                + part("john.nt", "application/n-triples", JOHN + "\n_:a <http://example.org/p> \"2\" .")
                + "--cut--\r\n";
        HttpResponse<String> answer = send("POST", GRAPH, form, "Content-Type", "multipart/form-data; boundary=cut");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertHolds(GRAPH, JANE + JOHN + " [] <http://example.org/p> 1 . [] <http://example.org/p> \"2\" .");
    }

    private static String part(String name, String type, String content) {
        return "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: "
                + type + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void section56HeadHasTheHeadersOfGetAndNoBody() throws Exception {
        put(GRAPH, JANE);
        HttpResponse<String> head = send("HEAD", GRAPH, "", "Accept", TURTLE);
        HttpResponse<String> get = send("GET", GRAPH, "", "Accept", TURTLE);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "Content-Length", "Cache-Control")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name));
        }
        assertThat(send("HEAD", STORE + "?graph=urn%3Anone", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aWholeDraftIsReadAndReplacedAsQuads() throws Exception {
        put(GRAPH, JANE);
        String quads = JOHN + "\n" + JANE.replace(" .", " <urn:h> .") + "\n";
        assertThat(send("POST", STORE, quads, "Content-Type", "application/n-quads")
                        .statusCode())
                .isIn(200, 201);
        assertThat(server.size("store")).isEqualTo(3);
        HttpResponse<String> put = send("PUT", STORE, quads, "Content-Type", "application/n-quads");
        assertThat(put.statusCode()).as(put.body()).isIn(200, 201);
        assertThat(send("GET", STORE, "", "Accept", "application/n-quads")
                        .body()
                        .lines()
                        .sorted()
                        .toList())
                .isEqualTo(quads.lines().sorted().toList());
        assertThat(send("PUT", GRAPH, quads, "Content-Type", "application/n-quads")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsTooLongIs413AndChangesNothing() throws Exception {
        String literal = "x".repeat(1 << 20);
        HttpResponse<String> answer = put(GRAPH, "<urn:a> <urn:b> \"" + literal + "\" .");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000);
        assertThat(server.size("store")).isZero();
    }
}
