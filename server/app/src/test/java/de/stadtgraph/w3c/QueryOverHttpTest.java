package de.stadtgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.http.Fixture;
import de.stadtgraph.http.HttpLimits;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.ResultCache;
import de.stadtgraph.http.Running;
import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.Spools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// W3C tests of SPARQL 1.1 over HTTP, through the gate: the protocol's requests as they stand in its manifest, and the
/// evaluation tests of queries, each answer asked for in two formats.
@Tag("conformance")
class QueryOverHttpTest {
    private static final List<String> FOLDERS = List.of(
            "aggregates",
            "bind",
            "bindings",
            "cast",
            "construct",
            "exists",
            "functions",
            "grouping",
            "json-res",
            "negation",
            "project-expression",
            "property-path",
            "subquery");

    private static final AtomicReference<TestGeneration> DATA =
            new AtomicReference<>(new TestGeneration(1, DatasetGraphFactory.create()));
    private static final AtomicLong STATES = new AtomicLong(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Running server;

    @BeforeAll
    static void start() throws IOException {
        var limits = QueryLimits.defaults(2);
        var gate = new QueryGate(limits, Fixture.IRIS.base());
        var transfer = new QueryTransfer(gate, Spools.defaults(), new ResultCache(1 << 20), HttpLimits.DEFAULT);
        server = new Running(front -> SparqlRoutes.of(front, gate, transfer), DATA::get);
    }

    @AfterAll
    static void stop() {
        server.close();
        CLIENT.close();
    }

    @TestFactory
    Stream<DynamicTest> requestsOfTheProtocol() {
        Suite suite = Suite.of("protocol");
        return suite.entries().stream()
                .filter(test -> test.getURI().contains("query"))
                .map(test -> DynamicTest.dynamicTest(suite.text(test, Suite.mf("name")), () -> exchange(suite, test)));
    }

    private static void exchange(Suite suite, Node test) throws Exception {
        DATA.set(new TestGeneration(STATES.incrementAndGet(), Suite.united(suite.data(test, Suite.UT))));
        Node connection = suite.need(test, Suite.mf("action"));
        for (Node request : suite.list(suite.need(connection, ht("requests")))) {
            var builder = HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.port() + suite.text(request, ht("absolutePath"))));
            for (Node headers : suite.values(request, ht("headers"))) {
                for (Node header : suite.list(headers)) {
                    builder.header(suite.text(header, ht("fieldName")), suite.text(header, ht("fieldValue")));
                }
            }
            builder.method(suite.text(request, ht("methodName")), body(suite, request));
            HttpResponse<byte[]> answer = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            judge(suite, suite.need(request, ht("resp")), answer);
        }
    }

    private static HttpRequest.BodyPublisher body(Suite suite, Node request) {
        return suite.value(request, ht("body"))
                .map(body -> BodyPublishers.ofByteArray(suite.text(body, NodeFactory.createURI(Suite.CNT + "chars"))
                        .getBytes(
                                suite.value(body, NodeFactory.createURI(Suite.CNT + "characterEncoding"))
                                                .filter(name -> name.getLiteralLexicalForm()
                                                        .equals("UTF-16"))
                                                .isPresent()
                                        ? StandardCharsets.UTF_16
                                        : StandardCharsets.UTF_8)))
                .orElse(BodyPublishers.noBody());
    }

    private static void judge(Suite suite, Node expected, HttpResponse<byte[]> answer) throws IOException {
        List<String> classes = suite.values(expected, Suite.mf("expectedStatus")).stream()
                .map(status -> status.getURI().replaceAll(".*StatusCode([0-9]).*", "$1"))
                .toList();
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(classes).as(body).contains(String.valueOf(answer.statusCode() / 100));
        if (suite.value(expected, Suite.mf("expectedBoolean")).isPresent()) {
            boolean truth = suite.text(expected, Suite.mf("expectedBoolean")).equals("true");
            assertThat(body).contains("\"boolean\":" + truth);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String format = suite.value(expected, Suite.mf("expectedFormat"))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        switch (format) {
            case "boolean", "tabular" -> assertThat(type).contains("sparql-results+");
            case "RDF" -> assertThat(type).startsWith("text/turtle");
            default -> assertThat(format).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> evaluationOfQueries() {
        return FOLDERS.stream().flatMap(folder -> {
            Suite suite = Suite.of(folder);
            return suite.entries().stream()
                    .filter(test -> suite.isA(test, Suite.mf("QueryEvaluationTest")))
                    .map(test -> DynamicTest.dynamicTest(
                            folder + " " + test.getURI().replaceAll(".*#", ""), () -> evaluate(suite, test)));
        });
    }

    private static void evaluate(Suite suite, Node test) throws Exception {
        Node action = suite.need(test, Suite.mf("action"));
        Node query = suite.need(action, NodeFactory.createURI(Suite.QT + "query"));
        DATA.set(new TestGeneration(STATES.incrementAndGet(), suite.data(action, Suite.QT)));
        String text = "BASE <" + query.getURI() + ">\n" + Files.readString(Suite.file(query));
        Node result = suite.need(test, Suite.mf("result"));
        for (String format : List.of("json", "xml", "ttl", "nt")) {
            HttpResponse<byte[]> answer = send(text, format);
            if (answer.statusCode() == 406) {
                continue;
            }
            assertThat(answer.statusCode())
                    .as(text + new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            compare(result, format, answer.body());
        }
    }

    private static HttpResponse<byte[]> send(String text, String format) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/sparql?format=" + format))
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(text))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void compare(Node result, String format, byte[] body) throws IOException {
        if (format.equals("ttl") || format.equals("nt")) {
            Graph expected = GraphFactory.createDefaultGraph();
            RDFDataMgr.read(expected, result.getURI());
            Graph actual = GraphFactory.createDefaultGraph();
            Lang lang = format.equals("ttl") ? Lang.TURTLE : Lang.NTRIPLES;
            RDFParser.create().source(new ByteArrayInputStream(body)).lang(lang).parse(actual);
            assertThat(actual.isIsomorphicWith(expected))
                    .as("%s for %s", actual, expected)
                    .isTrue();
            return;
        }
        String expectedText = Files.readString(Suite.file(result));
        if (expectedText.matches("(?s).*(<boolean>|\"boolean\"\\s*:).*")) {
            String truth = String.valueOf(expectedText.matches("(?s).*boolean.{1,6}true.*"));
            assertThat(new String(body, StandardCharsets.UTF_8)).containsPattern("boolean.{1,4}" + truth);
            return;
        }
        RowSet expected = read(result, Files.newInputStream(Suite.file(result)));
        Lang lang = format.equals("json") ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML;
        RowSet actual = read(lang, new ByteArrayInputStream(body));
        assertThat(rows(actual)).containsExactlyInAnyOrderElementsOf(rows(expected));
    }

    /// Each row as a text: numbers by value, files by their name, all blank nodes alike.
    private static List<String> rows(RowSet rows) {
        List<String> texts = new ArrayList<>();
        rows.forEachRemaining(row -> {
            SortedMap<String, String> values = new TreeMap<>();
            row.forEach((variable, node) -> values.put(variable.getVarName(), text(node)));
            texts.add(values.toString());
        });
        return texts;
    }

    private static String text(Node node) {
        if (node.isBlank()) {
            return "_:";
        }
        if (node.isURI() && node.getURI().startsWith("file:")) {
            return node.getURI().replaceAll(".*/", "file ");
        }
        NodeValue value = NodeValue.makeNode(node);
        return value.isNumber() ? "number " + value.getDouble() : node.toString();
    }

    private static RowSet read(Node file, InputStream in) {
        String name = file.getURI();
        if (name.endsWith(".ttl") || name.endsWith(".rdf")) {
            return RowSet.adapt(ResultSetFactory.load(name));
        }
        return read(
                name.endsWith(".srj")
                        ? ResultSetLang.RS_JSON
                        : name.endsWith(".csv")
                                ? ResultSetLang.RS_CSV
                                : name.endsWith(".tsv") ? ResultSetLang.RS_TSV : ResultSetLang.RS_XML,
                in);
    }

    private static RowSet read(Lang lang, InputStream in) {
        return RowSetReader.createReader(lang).read(in, Context.emptyContext());
    }

    private static Node ht(String name) {
        return NodeFactory.createURI(Suite.HT + name);
    }
}
