package de.stadtgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// W3C tests of SPARQL 1.0 and 1.1 over HTTP, through the gate: evaluation with the answer in each exact format, syntax
/// with its status.
@Tag("conformance")
class QueryOverHttpTest {
    /// Folders and tests that the public endpoint must not pass, each with the reason.
    private static final Map<String, String> LEFT_OUT = Map.of(
            "sparql11/entailment",
            "the endpoint announces no entailment regime: what is asked is what is stored",
            "sparql11/functions bnode01",
            "ARQ 5.6.0 makes two nodes where BNODE has the same text twice in one row",
            "sparql11/property-path values_and_path",
            "ARQ 5.6.0 puts a value into a path of length zero that the graph does not have");

    private static QueryServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new QueryServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> evaluationOfQueries() throws IOException {
        return tests("QueryEvaluationTest", QueryOverHttpTest::evaluate);
    }

    @TestFactory
    Stream<DynamicTest> syntaxThatIsRight() throws IOException {
        return Stream.concat(
                tests("PositiveSyntaxTest", QueryOverHttpTest::readable),
                tests("PositiveSyntaxTest11", QueryOverHttpTest::readable));
    }

    @TestFactory
    Stream<DynamicTest> syntaxThatIsWrong() throws IOException {
        return Stream.concat(
                tests("NegativeSyntaxTest", QueryOverHttpTest::unreadable),
                tests("NegativeSyntaxTest11", QueryOverHttpTest::unreadable));
    }

    @FunctionalInterface
    private interface Judge {
        void judge(Suite suite, Node test) throws Exception;
    }

    private static Stream<DynamicTest> tests(String type, Judge judge) throws IOException {
        return Stream.of("sparql10", "sparql11")
                .flatMap(suite -> folders(suite).stream())
                .flatMap(folder -> {
                    Suite suite = Suite.of(folder);
                    return suite.entries().stream()
                            .filter(test -> suite.isA(test, Suite.mf(type)))
                            .filter(test -> !suite.need(test, Suite.mf("action"))
                                    .toString()
                                    .endsWith(".ru"))
                            .filter(test -> !LEFT_OUT.containsKey(name(folder, test)))
                            .map(test -> DynamicTest.dynamicTest(name(folder, test), () -> judge.judge(suite, test)));
                });
    }

    private static List<String> folders(String suite) {
        try {
            return Suite.folders(suite).stream()
                    .filter(folder -> !LEFT_OUT.containsKey(folder))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name(String folder, Node test) {
        return folder + " " + test.getURI().replaceAll(".*[#/]", "");
    }

    /// A query that was read ends with an answer, or is refused for what it asks, not for how it is written.
    private static void readable(Suite suite, Node test) throws Exception {
        HttpResponse<byte[]> answer = server.ask(text(suite.need(test, Suite.mf("action"))), "json");
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        switch (answer.statusCode()) {
            case 200, 406 -> assertThat(body).isNotEmpty(); // 406: a graph, which has no JSON of rows
            case 400 -> assertThat(body).contains("\"function-unknown\"");
            default -> assertThat(body).contains("\"service-not-allowed\"");
        }
    }

    private static void unreadable(Suite suite, Node test) throws Exception {
        HttpResponse<byte[]> answer = server.ask(text(suite.need(test, Suite.mf("action"))), "json");
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(400);
    }

    private static void evaluate(Suite suite, Node test) throws Exception {
        Node action = suite.need(test, Suite.mf("action"));
        Node query = suite.need(action, NodeFactory.createURI(Suite.QT + "query"));
        String text = "BASE <" + query.getURI() + ">\n" + text(query);
        server.show(Suite.withFrom(suite.data(action, Suite.QT), text));
        Node result = suite.need(test, Suite.mf("result"));
        boolean graph = result.getURI().matches(".*\\.(ttl|rdf|nt)")
                && !Files.readString(Suite.file(result)).contains("result-set#");
        for (String format : graph ? List.of("ttl", "nt", "rdf", "jsonld") : List.of("json", "xml")) {
            HttpResponse<byte[]> answer = server.ask(text, format);
            assertThat(answer.statusCode())
                    .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            if (graph) {
                compareGraphs(result, format, answer.body());
            } else {
                compareResults(suite, test, format, answer.body());
            }
        }
    }

    private static String text(Node query) throws IOException {
        return Files.readString(Suite.file(query));
    }

    private static void compareGraphs(Node result, String format, byte[] body) {
        Lang lang = switch (format) {
            case "ttl" -> Lang.TURTLE;
            case "nt" -> Lang.NTRIPLES;
            case "rdf" -> Lang.RDFXML;
            default -> Lang.JSONLD;
        };
        var expected = RDFParser.source(result.getURI()).toGraph();
        var actual = RDFParser.source(new ByteArrayInputStream(body)).lang(lang).toGraph();
        assertThat(actual.isIsomorphicWith(expected))
                .as("%s for %s", actual, expected)
                .isTrue();
    }

    private static void compareResults(Suite suite, Node test, String format, byte[] body) {
        Lang lang = format.equals("json") ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML;
        QueryExecResult actual =
                RowSetReader.createReader(lang).readAny(new ByteArrayInputStream(body), Context.emptyContext());
        ExpectedRows.of(suite, test).judge(actual, new String(body, StandardCharsets.UTF_8));
    }
}
