package de.stadtgraph.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.rdf.RdfFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The shape families of the checkout and the validator that applies them.
class ShapesTest {
    private static final Path FOLDER = Path.of("..", "..", "shapes");
    private static final Shapes SHAPES = Shapes.load(FOLDER);

    @TempDir
    private Path temporary = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyShapeHasAValidAndAnInvalidExample() {
        return SHAPES.families().stream()
                .map(family -> DynamicTest.dynamicTest(
                        family.name(),
                        () -> assertThat(ShapeExamples.check(family)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> theBundledCatalogueRecordsAndTermsConform() {
        return Stream.of("mappings/trees", "mappings/areas", "ontologies", "ontologies/kos")
                .map(folder -> DynamicTest.dynamicTest(folder, () -> {
                    Graph graph = GraphFactory.createDefaultGraph();
                    try (Stream<Path> files = Files.list(FOLDER.resolveSibling(folder))) {
                        files.filter(file -> file.toString().endsWith(".ttl") && !file.endsWith("mapping.ttl"))
                                .forEach(file -> RdfFiles.stream(file, StreamRDFLib.graph(graph)));
                    }
                    var families = SHAPES.require(List.of("core", "extent", "privacy", "dcat-ap-de"));
                    assertThat(new Validator(ValidationLimits.DEFAULT)
                                    .validate(candidate(graph), families, ValidationProgress.SILENT)
                                    .results())
                            .isEmpty();
                }));
    }

    @Test
    void theGateRefusesWhatMustNotBePublic() {
        ValidationReport report = validate(read("privacy/invalid/gate.ttl"), ValidationLimits.DEFAULT, "privacy");

        assertThat(report.conforms()).isFalse();
        assertThat(report.count(Severity.BLOCK)).isEqualTo(19);
        assertThat(report.count(Severity.WARNING)).isEqualTo(7);
        assertThat(report.failing(Severity.BLOCK))
                .allSatisfy(outcome -> assertThat(outcome.failing()).isPositive());
    }

    @Test
    void resultsBeyondTheLimitAreCounted() {
        var limits = new ValidationLimits(Duration.ofMinutes(1), 1);

        ValidationReport report = validate(read("trees/invalid/trees.ttl"), limits, "trees");

        ShapeOutcome shared = report.outcomes().stream()
                .filter(outcome -> outcome.shape().localName().equals("SharedPosition"))
                .findFirst()
                .orElseThrow();
        assertThat(shared.results()).isEqualTo(2);
        assertThat(shared.judged()).isEqualTo(7);
        assertThat(shared.conforming()).isEqualTo(5);
        assertThat(report.results().stream()
                        .filter(result -> result.shape().equals(shared.shape().iri())))
                .hasSize(1);
    }

    @Test
    void theReportAsRdfHasNoBlankNodeAndStatesTheCounts() {
        ValidationReport report = validate(read("trees/invalid/trees.ttl"), ValidationLimits.DEFAULT, "trees");

        Graph graph = report.graph("https://data.jena.de/dataset/trees/release/1/report");

        assertThat(graph.find().toList())
                .noneMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank());
        assertThat(graph.find(Node.ANY, Node.ANY, Node.ANY).toList())
                .hasSizeGreaterThan(report.results().size() * 5);
    }

    @Test
    void aCancelledValidationIsIncompleteAndDoesNotConform() {
        ValidationProgress cancelled = new ValidationProgress() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };

        ValidationReport report = new Validator(ValidationLimits.DEFAULT)
                .validate(candidate(read("trees/valid/trees.ttl")), SHAPES.require(List.of("trees")), cancelled);

        assertThat(report.complete()).isFalse();
        assertThat(report.conforms()).isFalse();
    }

    @Test
    void measurementsHaveExactDenominators() {
        ValidationReport report = validate(read("trees/invalid/trees.ttl"), ValidationLimits.DEFAULT, "trees");

        List<Measurement> measurements = Measurement.of(report);

        assertThat(measurements)
                .filteredOn(measurement -> measurement.metric().equals("recommended-slots"))
                .singleElement()
                .satisfies(slots -> {
                    assertThat(slots.numerator()).isEqualTo(12);
                    assertThat(slots.denominator()).isEqualTo(14);
                    assertThat(slots.value()).isEqualByComparingTo("0.857142");
                });
        assertThat(Measurement.ofCounts("distinct-keys", "uniqueness", 0, 0)).isEmpty();
        assertThat(Measurement.of(validate(GraphFactory.createDefaultGraph(), ValidationLimits.DEFAULT, "core")))
                .isEmpty();
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() throws IOException {
        Path file = Files.createDirectories(temporary.resolve("broken")).resolve("shapes.ttl");
        Files.writeString(
                file,
                Files.readString(FOLDER.resolve("trees/shapes.ttl")).replace("sh:severity sh:Info", "sh:order 1"));

        assertThatThrownBy(() -> Shapes.load(temporary))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SHAPE_INVALID))
                .hasMessageMatching(".*shapes\\.ttl:\\d+: \\w+ needs exactly one sh:severity, it has 0\\.");
    }

    @Test
    void anUnknownFamilyIsRefusedWithTheListOfThoseThere() {
        assertThatThrownBy(() -> SHAPES.require(List.of("flowers")))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("flowers")
                .hasMessageContaining("trees");
    }

    private static ValidationReport validate(Graph graph, ValidationLimits limits, String family) {
        return new Validator(limits)
                .validate(candidate(graph), SHAPES.require(List.of(family)), ValidationProgress.SILENT);
    }

    private static Candidate candidate(Graph graph) {
        Graph nothing = GraphFactory.createDefaultGraph();
        return new Candidate(graph, nothing, nothing);
    }

    private static Graph read(String file) {
        return RdfFiles.read(FOLDER.resolve(file));
    }
}
