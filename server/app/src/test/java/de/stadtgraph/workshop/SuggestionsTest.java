package de.stadtgraph.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.validation.Candidate;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.validation.ValidationLimits;
import de.stadtgraph.validation.ValidationProgress;
import de.stadtgraph.validation.Validator;
import de.stadtgraph.workshop.Suggestion.Rule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/// Constraints proposed from counts, and what no shape looks at.
class SuggestionsTest {
    private static final String PREFIXES = """
            @prefix ex: <http://example.org/> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix jmo: <https://data.jena.de/def/municipal#> .
            """;

    @Test
    void whatNearlyAllThingsMeetIsProposedWithItsNumbers() {
        List<Suggestion> suggestions = Suggestions.of(DataProfile.of(benches(40, 39)), List.of());

        assertThat(suggestions)
                .filteredOn(suggestion -> suggestion.rule() == Rule.PRESENT)
                .singleElement()
                .satisfies(suggestion -> {
                    assertThat(suggestion.support()).isEqualTo(39);
                    assertThat(suggestion.total()).isEqualTo(40);
                    assertThat(suggestion.sentence().en())
                            .isEqualTo("Bench: at least one value of seats – 97.5 % (39 of 40)");
                    assertThat(suggestion.sentence().de())
                            .isEqualTo("Bench: mindestens einen Wert für seats – 97,5 % (39 von 40)");
                });
        assertThat(suggestions).extracting(Suggestion::rule).contains(Rule.SINGLE, Rule.DATATYPE, Rule.RANGE);
    }

    @Test
    void rareThingsAndWeakEvidenceProposeNothing() {
        assertThat(Suggestions.of(DataProfile.of(benches(19, 19)), List.of())).isEmpty();
        assertThat(Suggestions.of(DataProfile.of(benches(40, 30)), List.of()))
                .extracting(Suggestion::rule)
                .doesNotContain(Rule.PRESENT);
    }

    @Test
    void whatAShapeSaysAlreadyIsNotProposed() {
        ShapeFamily trees = Shapes.read(Path.of("../../shapes/trees/shapes.ttl"));
        Graph data = RdfFiles.readTriples(Path.of("../../mappings/trees/expected.nq"));
        Node tree = NodeFactory.createURI("https://data.jena.de/def/municipal#UrbanTree");
        Node key = NodeFactory.createURI("http://purl.org/dc/terms/identifier");

        List<Suggestion> suggestions = Suggestions.of(DataProfile.of(data), List.of(trees));

        assertThat(suggestions)
                .isNotEmpty()
                .noneMatch(suggestion -> suggestion.type().equals(tree)
                        && suggestion.property().equals(key)
                        && suggestion.rule() == Rule.PRESENT);
    }

    @Test
    void aProposalIsAShapeThatTheValidatorTakes() {
        Graph data = benches(40, 39);
        Suggestion present = Suggestions.of(DataProfile.of(data), List.of()).stream()
                .filter(suggestion -> suggestion.rule() == Rule.PRESENT)
                .findFirst()
                .orElseThrow();

        Graph shape = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + present.turtle("http://example.org/shapes/benches"), Lang.TURTLE)
                .parse(shape);

        assertThat(shape.contains(
                        NodeFactory.createURI("http://example.org/shapes/benches#BenchSeatsPresent"),
                        NodeFactory.createURI("http://www.w3.org/ns/shacl#minCount"),
                        Node.ANY))
                .isTrue();
    }

    @Test
    void coverageNamesWhatNoShapeLooksAtAndShapesThatLookAtNothing() {
        Graph data = RdfFiles.readTriples(Path.of("../../mappings/trees/expected.nq"));
        data.add(Triple.create(
                NodeFactory.createURI("https://data.jena.de/id/bench/1"),
                NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                NodeFactory.createURI("http://example.org/Bench")));
        List<ShapeFamily> families = List.of(
                Shapes.read(Path.of("../../shapes/trees/shapes.ttl")),
                Shapes.read(Path.of("../../shapes/areas/shapes.ttl")));
        Graph nothing = GraphFactory.createDefaultGraph();
        var report = new Validator(ValidationLimits.DEFAULT)
                .validate(new Candidate(data, nothing, nothing), families, ValidationProgress.SILENT);

        Map<String, ReleaseOutcome.Count> counts = report.outcomes().stream()
                .collect(Collectors.toMap(
                        outcome -> outcome.shape().iri().getURI(),
                        outcome -> new ReleaseOutcome.Count(outcome.judged(), outcome.results())));
        var release = new ReleaseOutcome(1, Instant.EPOCH, counts);

        Coverage coverage = Coverage.of(DataProfile.of(data), families, List.of(release));

        assertThat(coverage.unseenClasses())
                .extracting(unseen -> unseen.type().getURI())
                .contains("http://example.org/Bench");
        assertThat(coverage.unseenProperties())
                .noneMatch(unseen -> unseen.term().getURI().endsWith("#species"));
        assertThat(coverage.idleShapes()).anyMatch(shape -> shape.family().equals("areas"));
        assertThat(coverage.idleShapes()).noneMatch(shape -> shape.family().equals("trees"));
    }

    private static Graph benches(int all, int withSeats) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (int i = 0; i < all; i++) {
            String seats = i < withSeats ? "; ex:seats " + (2 + i % 4) : "";
            RDFParser.fromString(PREFIXES + "ex:b%d a ex:Bench %s .".formatted(i, seats), Lang.TURTLE)
                    .parse(graph);
        }
        return graph;
    }
}
