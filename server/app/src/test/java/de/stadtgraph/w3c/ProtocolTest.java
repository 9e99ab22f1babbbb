package de.stadtgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// The queries of the W3C tests of the SPARQL 1.1 Protocol, each request as it stands in the manifest.
@Tag("conformance")
class ProtocolTest {
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
    Stream<DynamicTest> requestsOfQueries() {
        Suite suite = Suite.of("sparql11/protocol");
        return suite.entries().stream()
                .filter(test -> test.getURI().contains("query"))
                .map(test -> DynamicTest.dynamicTest(suite.text(test, Suite.mf("name")), () -> exchange(suite, test)));
    }

    private static void exchange(Suite suite, Node test) throws Exception {
        server.show(Suite.united(suite.data(test, Suite.UT)));
        Node connection = suite.need(test, Suite.mf("action"));
        for (Node node : suite.list(suite.need(connection, Suite.ht("requests")))) {
            ManifestRequest request = new ManifestRequest(suite, node);
            judge(suite, suite.need(node, Suite.ht("resp")), server.send(request.at(server.address())));
        }
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
}
