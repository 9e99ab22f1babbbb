package de.stadtgraph.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.DatasetFile;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.workshop.ShapesPreview.Forms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Shapes that want to run without end are stopped, say so, and the others finish. Each has one second here.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileShapesTest {
    /// Tries billions of ways. The JDK remembers the tries of nested groups such as `(a+)+`, but not those of a row.
    private static final String ENDLESS = "^" + "a*".repeat(9) + "b$";

    private static final Path CHECKOUT = Path.of("..", "..");
    private static final Dataset DESCRIPTION = DatasetFile.read(
            CHECKOUT.resolve("mappings/trees/dataset.ttl"), "trees", new CityIris("https://data.jena.de/"));
    private static final Duration EACH = Duration.ofSeconds(1);
    private static final String HEAD = """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix jmo: <https://data.jena.de/def/municipal#> .
            @prefix jsh: <https://data.jena.de/shapes/hostile#> .
            <https://data.jena.de/shapes/hostile> a owl:Ontology ; owl:versionInfo "0.1.0" .
            """;
    private static final String HARMLESS = """
            jsh:Zero a sh:PropertyShape ; sh:targetClass jmo:UrbanTree ; sh:severity sh:Violation ;
              sh:path jmo:species ; sh:minCount 1 .
            """;

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void aPatternThatTriesWithoutEnd() {
        expectStopped("sh:path dct:identifier ; sh:pattern \"" + ENDLESS + "\"");
    }

    @Test
    void aPatternThatTriesWithoutEndInsideAQuery() {
        expectStopped(query("$this dct:identifier ?text FILTER(REGEX(?text, \\\"" + ENDLESS + "\\\"))"));
    }

    @Test
    void aReplacementThatTriesWithoutEnd() {
        expectStopped(query("$this dct:identifier ?text " + "FILTER(REPLACE(?text, \\\"" + ENDLESS
                + "\\\", \\\"\\\") = \\\"x\\\")"));
    }

    @Test
    void aQueryThatJoinsEverythingWithEverything() {
        expectStopped(query("?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r "
                + "FILTER(STR(?a) = CONCAT(STR(?d), STR(?g), STR(?j), STR(?m), STR(?p)))"));
    }

    @Test
    void aQueryThatReadsNothingAndNeverEnds() {
        String ten = "(0) (1) (2) (3) (4) (5) (6) (7) (8) (9)";
        String values = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j").stream()
                .map(name -> "VALUES (?" + name + ") { " + ten + " }")
                .collect(Collectors.joining(" "));
        expectStopped(query(values + " FILTER(?a + ?b + ?c + ?d + ?e + ?f + ?g + ?h + ?i + ?j > 1000)"));
    }

    @Test
    void aShapeThatRefersToItself() {
        Map<String, ShapeChange> changes = compare("sh:path jmo:neighbour ; sh:node jsh:Hostile", data());
        assertThat(of(changes, "Zero").stopped()).isFalse();
        assertThat(of(changes, "Zero").judged()).isEqualTo(200);
        assertThat(changes).containsKey("Hostile");
    }

    @Test
    void aPathThatGoesInCircles() {
        Map<String, ShapeChange> changes =
                compare("sh:path [ sh:zeroOrMorePath jmo:neighbour ] ; sh:maxCount 1", data());
        assertThat(of(changes, "Zero").stopped()).isFalse();
        assertThat(of(changes, "Hostile").judged()).isPositive();
    }

    @Test
    void aPatternThatNestsTooDeep() {
        Graph data = data();
        add(data, "deep", "a".repeat(200_000));
        Map<String, ShapeChange> changes = compare("sh:path dct:identifier ; sh:pattern \"^(a|b)*c\"", data);
        assertThat(of(changes, "Hostile").stopped()).isTrue();
        assertThat(of(changes, "Zero").stopped()).isFalse();
    }

    @Test
    void aQueryThatAsksAnotherServerIsStoppedAndNobodyIsAsked() throws IOException {
        var asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        other.start();
        try {
            String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
            expectStopped(query("SERVICE <" + address + "> { ?a ?b ?c }"));
        } finally {
            other.stop(0);
        }
        assertThat(asked.get()).isZero();
    }

    @Test
    void rulesThatFeedThemselvesAreNeverRun() {
        Map<String, ShapeChange> changes = compare("""
                sh:path jmo:species ; sh:rule [ a sh:TripleRule ;
                    sh:subject sh:this ; sh:predicate jmo:neighbour ; sh:object [ sh:path jmo:neighbour ] ] ;
                  sh:minCount 1""", data());
        assertThat(of(changes, "Hostile").stopped()).isFalse();
        assertThat(of(changes, "Hostile").appeared()).isEqualTo(200);
    }

    private static String query(String where) {
        return "sh:path dct:identifier ; sh:sparql [ sh:select \"PREFIX dct: <http://purl.org/dc/terms/> "
                + "SELECT $this WHERE { " + where + " }\" ]";
    }

    private void expectStopped(String constraint) {
        long begun = System.nanoTime();
        Map<String, ShapeChange> changes = compare(constraint, data());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(EACH.multipliedBy(10));
        assertThat(of(changes, "Hostile").stopped()).as("the hostile one").isTrue();
        assertThat(of(changes, "Hostile").refuses()).isTrue();
        assertThat(of(changes, "Zero").stopped()).as("the harmless one").isFalse();
        assertThat(of(changes, "Zero").appeared()).isEqualTo(200);
    }

    private Map<String, ShapeChange> compare(String constraint, Graph data) {
        String hostile = "jsh:Hostile a sh:PropertyShape ; sh:targetClass jmo:UrbanTree ; sh:severity sh:Violation ; "
                + constraint + " .\n";
        var old = Shapes.read(written("old", HEAD));
        var changed = Shapes.read(written("new", HEAD + hostile + HARMLESS));
        Preview preview = new ShapesPreview(GraphFactory.createDefaultGraph(), EACH)
                .compare(Forms.of(old, changed), List.of(new JudgedDataset(DESCRIPTION, 1, data)), PreviewWatch.SILENT);
        return preview.changes().stream().collect(Collectors.toMap(ShapeChange::localName, Function.identity()));
    }

    /// Two hundred trees in a ring, each with a text that costs a bad expression dear.
    private static Graph data() {
        Graph data = GraphFactory.createDefaultGraph();
        for (int i = 0; i < 200; i++) {
            add(data, Integer.toString(i), "a".repeat(60) + "!");
            data.add(tree(Integer.toString(i)), term("neighbour"), tree(Integer.toString((i + 1) % 200)));
        }
        return data;
    }

    private static void add(Graph data, String key, String text) {
        data.add(
                tree(key), NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), term("UrbanTree"));
        data.add(
                tree(key),
                NodeFactory.createURI("http://purl.org/dc/terms/identifier"),
                NodeFactory.createLiteralString(text));
    }

    private static org.apache.jena.graph.Node tree(String key) {
        return NodeFactory.createURI("https://data.jena.de/id/tree/" + key);
    }

    private static org.apache.jena.graph.Node term(String name) {
        return NodeFactory.createURI("https://data.jena.de/def/municipal#" + name);
    }

    private Path written(String folder, String text) {
        try {
            Path file = Files.createDirectories(temporary.resolve(folder)).resolve("shapes.ttl");
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ShapeChange of(Map<String, ShapeChange> changes, String shape) {
        return Objects.requireNonNull(changes.get(shape), shape);
    }
}
