package de.stadtgraph.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Sh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// The core part of W3C's SHACL test suite, each case through [Validator]. Compared are `sh:conforms` and the results:
/// focus node, path, value, severity and constraint component; complex paths and blank nodes count as equal.
@Tag("conformance")
class ShaclConformanceTest {
    private static final Path SUITE =
            Path.of("../../../shared/material/w3c-shacl-tests/data-shapes-test-suite/tests/core");
    private static final String TESTS = "http://www.w3.org/ns/shacl-test#";
    private static final String MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final Map<String, List<String>> TABLE = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> everyCaseOfTheCoreSuitePasses() throws IOException {
        assumeTrue(Files.isDirectory(SUITE), "W3C's SHACL tests are not beside the checkout");
        List<DynamicTest> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SUITE)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList()) {
                Graph graph = RdfFiles.read(file);
                for (Node test : Values.subjects(graph, Rdf.TYPE, NodeFactory.createURI(TESTS + "Validate"))) {
                    String name = SUITE.relativize(file).toString();
                    cases.add(DynamicTest.dynamicTest(name, () -> check(file, graph, test)));
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(95);
        return cases.stream();
    }

    @AfterAll
    static void theTableIsPrinted() {
        TABLE.forEach((group, cases) -> System.out.printf("SHACL core %-20s %3d passed%n", group, cases.size()));
    }

    private static void check(Path file, Graph graph, Node test) {
        Node action = value(graph, test, MANIFEST + "action");
        Graph data = RdfFiles.read(resolve(file, value(graph, action, TESTS + "dataGraph")));
        Path shapes = resolve(file, value(graph, action, TESTS + "shapesGraph"));
        Graph nothing = GraphFactory.createDefaultGraph();

        ValidationReport report = new Validator(ValidationLimits.DEFAULT)
                .validate(
                        new Candidate(data, nothing, nothing),
                        List.of(Shapes.readForeign(shapes)),
                        ValidationProgress.SILENT);

        Node expected = value(graph, test, MANIFEST + "result");
        assertThat(report.results().stream().map(ShaclConformanceTest::row))
                .containsExactlyInAnyOrderElementsOf(Values.all(graph, expected, Sh.RESULT).stream()
                        .map(result -> row(graph, result))
                        .toList());
        assertThat(report.conforms())
                .isEqualTo(Boolean.parseBoolean(
                        value(graph, expected, Sh.CONFORMS.getURI()).getLiteralLexicalForm()));
        TABLE.computeIfAbsent(String.valueOf(SUITE.relativize(file).getParent()), _ -> new ArrayList<>())
                .add(file.toString());
    }

    private static String row(ValidationResult result) {
        return String.join(
                " ",
                text(result.focusNode()),
                result.path().map(ShaclConformanceTest::text).orElse("-"),
                result.value().map(ShaclConformanceTest::text).orElse("-"),
                result.stated().getURI(),
                result.component().getURI());
    }

    private static String row(Graph graph, Node result) {
        return String.join(
                " ",
                text(value(graph, result, Sh.FOCUS_NODE.getURI())),
                Values.any(graph, result, Sh.RESULT_PATH)
                        .filter(Node::isURI)
                        .map(ShaclConformanceTest::text)
                        .orElse("-"),
                Values.any(graph, result, Sh.VALUE)
                        .map(ShaclConformanceTest::text)
                        .orElse("-"),
                value(graph, result, Sh.RESULT_SEVERITY.getURI()).getURI(),
                value(graph, result, Sh.SOURCE_CONSTRAINT_COMPONENT.getURI()).getURI());
    }

    private static String text(Node node) {
        return node.isBlank() ? "_" : node.toString();
    }

    /// `<>` and file names: the readers' base is no place, so the last segment tells the file.
    private static Path resolve(Path file, Node named) {
        String name =
                named.getURI().substring(named.getURI().lastIndexOf('/') + 1).replaceFirst("^urn:(file:)?", "");
        return name.isEmpty() ? file : file.resolveSibling(name);
    }

    private static Node value(Graph graph, Node subject, String property) {
        return Values.any(graph, subject, NodeFactory.createURI(property)).orElseThrow();
    }
}
