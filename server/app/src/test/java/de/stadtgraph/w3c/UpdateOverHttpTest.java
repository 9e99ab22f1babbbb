package de.stadtgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.DraftServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// W3C tests of SPARQL 1.1 Update and of the update operation of the protocol, on a draft dataset of a whole server.
@Tag("conformance")
class UpdateOverHttpTest {
    private static final String DRAFT = "w3c";
    private static final String SPARQL = "/workspace/" + DRAFT + "/sparql";

    /// Tests that a draft must not pass, each with the reason.
    private static final Map<String, String> LEFT_OUT = Map.of(
            "sparql11/update-silent load-silent",
            "LOAD is refused, silent or not: a draft fetches nothing",
            "sparql11/update-silent load-into-silent",
            "LOAD is refused, silent or not: a draft fetches nothing");

    @TempDir
    static Path data;

    private static DraftServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new DraftServer(data);
        server.make(DRAFT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> evaluationOfUpdates() throws IOException {
        return tests("UpdateEvaluationTest", UpdateOverHttpTest::evaluate);
    }

    @TestFactory
    Stream<DynamicTest> syntaxThatIsRight() throws IOException {
        return tests("PositiveUpdateSyntaxTest11", UpdateOverHttpTest::readable);
    }

    @TestFactory
    Stream<DynamicTest> syntaxThatIsWrong() throws IOException {
        return tests("NegativeUpdateSyntaxTest11", UpdateOverHttpTest::unreadable);
    }

    /// The tests of the protocol write into graphs of their own and expect no more than that these are there.
    @TestFactory
    Stream<DynamicTest> requestsOfUpdates() {
        Suite suite = Suite.of("sparql11/protocol");
        return suite.entries().stream()
                .filter(test -> test.getURI().contains("update"))
                .map(test -> DynamicTest.dynamicTest(suite.text(test, Suite.mf("name")), () -> exchange(suite, test)));
    }

    @FunctionalInterface
    private interface Judge {
        void judge(Suite suite, Node test) throws Exception;
    }

    private static Stream<DynamicTest> tests(String type, Judge judge) throws IOException {
        return Suite.folders("sparql11").stream().flatMap(folder -> {
            Suite suite = Suite.of(folder);
            return suite.entries().stream()
                    .filter(test -> suite.isA(test, Suite.mf(type)))
                    .filter(test -> !LEFT_OUT.containsKey(name(folder, test)))
                    .map(test -> DynamicTest.dynamicTest(name(folder, test), () -> judge.judge(suite, test)));
        });
    }

    private static String name(String folder, Node test) {
        return folder + " " + test.getURI().replaceAll(".*[#/]", "");
    }

    private static void evaluate(Suite suite, Node test) throws Exception {
        Node action = suite.need(test, Suite.mf("action"));
        Node request = suite.need(action, NodeFactory.createURI(Suite.UT + "request"));
        fill(suite.data(action, Suite.UT));
        String update = "BASE <" + request.getURI() + ">\n" + Files.readString(Suite.file(request));

        HttpResponse<String> answer = server.update(DRAFT, update);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        DatasetGraph expected = suite.data(suite.need(test, Suite.mf("result")), Suite.UT);
        DatasetGraph actual = read();
        assertThat(IsoMatcher.isomorphic(expected, actual))
                .as("%s for %s", actual, expected)
                .isTrue();
    }

    private static void readable(Suite suite, Node test) throws Exception {
        HttpResponse<String> answer = server.update(DRAFT, text(suite, test));
        if (answer.statusCode() != 204) {
            // It was read, and refused for what it asks.
            assertThat(answer.body()).containsAnyOf("\"forbidden\"", "\"service-not-allowed\"", "\"bad-request\"");
        }
    }

    private static void unreadable(Suite suite, Node test) throws Exception {
        HttpResponse<String> answer = server.update(DRAFT, text(suite, test));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"query-syntax\"");
    }

    private static String text(Suite suite, Node test) throws IOException {
        return Files.readString(Suite.file(suite.need(test, Suite.mf("action"))));
    }

    private static void fill(DatasetGraph data) throws Exception {
        var bytes = new ByteArrayOutputStream();
        RDFDataMgr.write(bytes, data, Lang.NQUADS);
        HttpResponse<byte[]> answer =
                server.send(HttpRequest.newBuilder(URI.create(server.address() + "/workspace/" + DRAFT + "/data"))
                        .header("Content-Type", "application/n-quads")
                        .PUT(BodyPublishers.ofByteArray(bytes.toByteArray()))
                        .build());
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isIn(200, 201);
    }

    private static DatasetGraph read() throws Exception {
        HttpResponse<byte[]> answer =
                server.send(HttpRequest.newBuilder(URI.create(server.address() + "/workspace/" + DRAFT + "/data"))
                        .header("Accept", "application/n-quads")
                        .build());
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(answer.body()))
                .lang(Lang.NQUADS)
                .parse(read);
        return read;
    }

    private static void exchange(Suite suite, Node test) throws Exception {
        fill(DatasetGraphFactory.create());
        Node connection = suite.need(test, Suite.mf("action"));
        Iterator<Node> requests =
                suite.list(suite.need(connection, Suite.ht("requests"))).iterator();
        while (requests.hasNext()) {
            Node node = requests.next();
            HttpRequest request = new ManifestRequest(suite, node).at(server.address(), SPARQL);
            judge(suite, suite.need(node, Suite.ht("resp")), server.send(request));
        }
    }

    private static void judge(Suite suite, Node expected, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        Set<String> classes = Set.copyOf(suite.values(expected, Suite.mf("expectedStatus")).stream()
                .map(status -> status.getURI().replaceAll(".*StatusCode([0-9]).*", "$1"))
                .toList());
        assertThat(classes).as(body).contains(String.valueOf(answer.statusCode() / 100));
        if (suite.value(expected, Suite.mf("expectedBoolean")).isPresent()) {
            assertThat(body)
                    .containsPattern("\"boolean\"\\s*:\\s*" + suite.text(expected, Suite.mf("expectedBoolean")));
        }
    }
}
