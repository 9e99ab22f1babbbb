package de.stadtgraph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.DatasetFile;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Rdf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Judged on an index, a cube gets the results that it gets in memory.
class CandidateIndexTest {
    private static final Path CHECKOUT = Path.of("..", "..");
    private static final Shapes SHAPES = Shapes.load(CHECKOUT.resolve("shapes"));
    private static final Node DATA_SET = NodeFactory.createURI("http://purl.org/linked-data/cube#DataSet");
    private static final Node VALUE = NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/measure#obsValue");

    @TempDir
    Path folder;

    private List<String> onIndex(Candidate candidate, List<ShapeFamily> families) throws Exception {
        Path scratch = Files.createTempDirectory(folder, "run");
        var indexed =
                new Candidate(candidate.data(), candidate.description(), candidate.lookups(), Optional.of(scratch));
        List<String> found = results(new Validator(ValidationLimits.DEFAULT, 1), indexed, families);
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).as("the index is removed").isEmpty();
        }
        return found;
    }

    private static List<String> inMemory(Candidate candidate, List<ShapeFamily> families) {
        return results(new Validator(ValidationLimits.DEFAULT), candidate, families);
    }

    private static List<String> results(Validator validator, Candidate candidate, List<ShapeFamily> families) {
        ValidationReport report = validator.validate(candidate, families, ValidationProgress.SILENT);
        assertThat(report.complete()).isTrue();
        return report.results().stream()
                .map(ValidationResult::toString)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy/invalid/gate.ttl", "stat/invalid/cube.ttl", "stat/valid/cube.ttl"})
    void eachCubeOfTheExamples(String example) throws Exception {
        Graph data = RdfFiles.read(CHECKOUT.resolve("shapes").resolve(example));
        Graph nothing = GraphFactory.createDefaultGraph();
        List<ShapeFamily> families = SHAPES.require(List.of("stat", "privacy"));
        List<String> expected = inMemory(new Candidate(data, nothing, nothing), families);
        assertThat(expected.isEmpty()).isEqualTo(example.contains("/valid/"));
        for (Node cube : Values.subjects(data, Rdf.TYPE, DATA_SET)) {
            Graph description = GraphFactory.createDefaultGraph();
            description.add(cube, Rdf.TYPE, DATA_SET);

            assertThat(onIndex(new Candidate(data, description, nothing), families))
                    .as(cube.toString())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aCubeOfTheCityWithFaults() throws Exception {
        Path module = CHECKOUT.resolve("mappings/population-age-sex");
        Dataset dataset = DatasetFile.read(
                module.resolve("dataset.ttl"), "population-age-sex", new CityIris("https://data.jena.de/"));
        Graph data = RdfFiles.readTriples(module.resolve("expected.nq"));
        List<Triple> values = data.find(Node.ANY, VALUE, Node.ANY).toList();
        data.delete(values.get(7));
        data.add(values.get(8).getSubject(), VALUE, NodeFactory.createLiteralString("viele"));
        data.add(values.get(9).getSubject(), VALUE, NodeFactory.createLiteralByValue(1));
        Graph codes = GraphFactory.createDefaultGraph();
        var candidate = new Candidate(data, dataset.record(), codes);
        List<ShapeFamily> families = SHAPES.require(dataset.shapeFamilies());

        List<String> found = onIndex(candidate, families);

        assertThat(found).isEqualTo(inMemory(candidate, families));
        assertThat(found)
                .anyMatch(each -> each.contains("#CellValue"))
                .anyMatch(each -> each.contains("#CellCount"))
                .anyMatch(each -> each.contains("#SmallCell"))
                .anyMatch(each -> each.contains("#CellComplete"));
    }
}
