package de.stadtgraph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.DatasetFile;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Sh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A second engine reads our own shapes: Apache Jena SHACL finds what [Validator] (TopBraid) finds, in the bundled
/// samples of all modules and in the examples of all families. Compared are shape, focus node, path, value, severity
/// and constraint component, each as often as it was found.
class AgreementTest {
    private static final Path CHECKOUT = Path.of("..", "..");
    private static final Shapes SHAPES = Shapes.load(CHECKOUT.resolve("shapes"));
    private static final Graph LOOKUPS = lookups();
    private static final Node SELECT = NodeFactory.createURI(Sh.NAMESPACE + "select");
    private static final Node TARGET_NODE = NodeFactory.createURI(Sh.NAMESPACE + "targetNode");
    private static final Map<String, Integer> TABLE = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> bothFindTheSameInTheSampleOfEachModule() throws IOException {
        try (Stream<Path> modules = Files.list(CHECKOUT.resolve("mappings"))) {
            return modules.filter(module -> Files.exists(module.resolve("expected.nq"))).sorted().toList().stream()
                    .map(module -> DynamicTest.dynamicTest(String.valueOf(module.getFileName()), () -> {
                        Dataset dataset = DatasetFile.read(
                                module.resolve("dataset.ttl"),
                                String.valueOf(module.getFileName()),
                                new CityIris("https://data.jena.de/"));
                        var candidate = new Candidate(
                                RdfFiles.readTriples(module.resolve("expected.nq")), dataset.record(), LOOKUPS);
                        agree(SHAPES.require(dataset.shapeFamilies()), candidate);
                    }));
        }
    }

    @TestFactory
    Stream<DynamicTest> bothFindTheSameInTheExamplesOfEachFamily() {
        return SHAPES.families().stream()
                .map(family -> DynamicTest.dynamicTest(family.name(), () -> {
                    for (Path example : examples(family)) {
                        Graph nothing = GraphFactory.createDefaultGraph();
                        agree(List.of(family), new Candidate(RdfFiles.read(example), nothing, nothing));
                    }
                }));
    }

    @AfterAll
    static void theTableIsPrinted() {
        TABLE.forEach((family, results) ->
                System.out.printf("SHACL of two engines: %-28s %4d results, the same%n", family, results));
    }

    /// A cube is also judged by the rules that its structure implies.
    private static void agree(List<ShapeFamily> families, Candidate candidate) {
        ValidationReport report =
                new Validator(ValidationLimits.DEFAULT).validate(candidate, families, ValidationProgress.SILENT);
        List<ShapeFamily> all = new ArrayList<>(families);
        CubeShape.of(candidate.description()).ifPresent(all::add);
        for (ShapeFamily family : all) {
            List<String> first = report.results().stream()
                    .filter(result -> result.family().equals(family.name()))
                    .map(AgreementTest::row)
                    .toList();
            assertThat(second(family, candidate)).as(family.name()).containsExactlyInAnyOrderElementsOf(first);
            TABLE.merge(family.name(), first.size(), Integer::sum);
        }
    }

    private static String row(ValidationResult result) {
        return String.join(
                " ",
                text(result.shape()),
                text(result.focusNode()),
                result.path().map(AgreementTest::text).orElse("-"),
                result.value().map(AgreementTest::text).orElse("-"),
                result.stated().getURI(),
                result.component().getURI());
    }

    /// Nodes that are only looked into are no part of what is judged; [Validator] leaves them out too.
    private static List<String> second(ShapeFamily family, Candidate candidate) {
        Graph all = new MultiUnion(new Graph[] {candidate.data(), candidate.description(), candidate.lookups()});
        var shapes = ShaclValidator.get().parse(withOneMessage(family.graph()));
        Set<Node> standIns = Set.copyOf(family.graph()
                .find(Node.ANY, TARGET_NODE, Node.ANY)
                .mapWith(statement -> statement.getObject())
                .toList());
        return ShaclValidator.get().validate(shapes, all).getEntries().stream()
                .filter(entry -> standIns.contains(entry.focusNode())
                        || candidate.data().contains(entry.focusNode(), Node.ANY, Node.ANY)
                        || candidate.description().contains(entry.focusNode(), Node.ANY, Node.ANY))
                .map(AgreementTest::row)
                .toList();
    }

    private static String row(ReportEntry entry) {
        return String.join(
                " ",
                text(entry.source()),
                text(entry.focusNode()),
                entry.resultPath() instanceof P_Link link ? text(link.getNode()) : "-",
                entry.value() == null ? "-" : text(entry.value()),
                entry.severity().level().getURI(),
                entry.sourceConstraintComponent().getURI());
    }

    private static String text(Node node) {
        return node.isBlank() ? "_" : node.toString();
    }

    /// Apache Jena SHACL takes one message of a query only; messages are not compared.
    private static Graph withOneMessage(Graph shapes) {
        Graph fewer = GraphFactory.createDefaultGraph();
        shapes.find().forEachRemaining(fewer::add);
        for (Node query : shapes.find(Node.ANY, SELECT, Node.ANY)
                .mapWith(statement -> statement.getSubject())
                .toList()) {
            Values.all(shapes, query, Sh.MESSAGE).stream()
                    .skip(1)
                    .forEach(message -> fewer.remove(query, Sh.MESSAGE, message));
        }
        return fewer;
    }

    private static List<Path> examples(ShapeFamily family) throws IOException {
        List<Path> examples = new ArrayList<>();
        for (String kind : List.of("valid", "invalid")) {
            try (Stream<Path> files = Files.list(family.folder().resolve(kind))) {
                files.filter(file -> file.toString().endsWith(".ttl")).sorted().forEach(examples::add);
            }
        }
        return examples;
    }

    private static Graph lookups() {
        Graph all = GraphFactory.createDefaultGraph();
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("ontologies/kos"))) {
            files.filter(file -> file.toString().endsWith(".ttl") && !file.endsWith("dataset.ttl"))
                    .forEach(file -> RdfFiles.read(file).find().forEachRemaining(all::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
