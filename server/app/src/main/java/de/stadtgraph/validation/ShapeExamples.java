package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Sh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/// Runs the examples of a family: `valid/*.ttl` give no result, `invalid/*.ttl` give exactly the results their
/// `sh:ValidationReport` states, and every shape is exercised by both. The form is described in `shapes/README.md`.
public final class ShapeExamples {
    private static final List<Node> COMPARED =
            List.of(Sh.SOURCE_SHAPE, Sh.FOCUS_NODE, Sh.RESULT_PATH, Sh.VALUE, Sh.RESULT_SEVERITY);

    private final ShapeFamily family;
    private final List<Complaint> complaints = new ArrayList<>();
    private final Set<Node> met = new HashSet<>();
    private final Set<Node> broken = new HashSet<>();

    private ShapeExamples(ShapeFamily family) {
        this.family = family;
    }

    /// Something that is wrong with the examples.
    ///
    /// @param place the example, or the folder of the family
    /// @param lacking the shape that has no valid, or no invalid example, where that is what is wrong
    public record Complaint(Path place, Text message, Optional<ShapeDescription> lacking) {}

    /// What is wrong with the examples of a family; empty when nothing is.
    public static List<Finding> check(ShapeFamily family) {
        return complaints(family).stream()
                .map(complaint -> new Finding(
                        complaint.place().toString(), complaint.message().en()))
                .toList();
    }

    /// The same in both languages, for people who look at one family.
    public static List<Complaint> complaints(ShapeFamily family) {
        var examples = new ShapeExamples(family);
        files(family.folder().resolve("valid")).forEach(examples::checkValid);
        files(family.folder().resolve("invalid")).forEach(examples::checkInvalid);
        examples.checkCoverage();
        return List.copyOf(examples.complaints);
    }

    private void checkValid(Path file) {
        ValidationReport report = validate(RdfFiles.read(file));
        report.results()
                .forEach(result -> add(
                        file,
                        "Ergebnis, das nicht erwartet ist: " + describe(result),
                        "unexpected result of " + describe(result)));
        report.outcomes().stream()
                .filter(outcome -> outcome.judged() > 0)
                .forEach(outcome -> met.add(outcome.shape().iri()));
    }

    private void checkInvalid(Path file) {
        Graph graph = RdfFiles.read(file);
        List<Graph> expected = takeExpected(graph);
        List<ValidationResult> found = new ArrayList<>(validate(graph).results());
        if (expected.isEmpty()) {
            add(file, "Es steht kein erwartetes Ergebnis darin", "states no expected result");
        }
        for (Graph expectation : expected) {
            Optional<ValidationResult> match =
                    found.stream().filter(matches(expectation)).findFirst();
            match.ifPresentOrElse(
                    found::remove,
                    () -> add(
                            file,
                            "erwartet, aber nicht gefunden: " + text(expectation),
                            "expected but not found: " + text(expectation)));
            match.ifPresent(result -> broken.add(result.shape()));
        }
        found.forEach(result -> add(
                file,
                "gefunden, aber nicht erwartet: " + describe(result),
                "found but not expected: " + describe(result)));
    }

    private void checkCoverage() {
        for (ShapeDescription shape : family.shapes()) {
            if (!met.contains(shape.iri())) {
                lacks(shape, " prüft nichts in valid/.", " judges nothing in valid/.");
            }
            if (!broken.contains(shape.iri())) {
                lacks(shape, " hat kein erwartetes Ergebnis in invalid/.", " has no expected result in invalid/.");
            }
        }
    }

    private ValidationReport validate(Graph graph) {
        Graph nothing = GraphFactory.createDefaultGraph();
        return new Validator(ValidationLimits.DEFAULT)
                .validate(new Candidate(graph, nothing, nothing), List.of(family), ValidationProgress.SILENT);
    }

    /// Takes the expected results out of the graph, one small graph each.
    private static List<Graph> takeExpected(Graph graph) {
        List<Graph> expected = new ArrayList<>();
        for (Node report : Values.subjects(graph, Rdf.TYPE, Sh.VALIDATION_REPORT)) {
            for (Node result : Values.all(graph, report, Sh.RESULT)) {
                Graph expectation = GraphFactory.createDefaultGraph();
                graph.find(result, Node.ANY, Node.ANY).toList().forEach(expectation::add);
                graph.remove(result, Node.ANY, Node.ANY);
                expected.add(expectation);
            }
            graph.remove(report, Node.ANY, Node.ANY);
        }
        return expected;
    }

    private static Predicate<ValidationResult> matches(Graph expectation) {
        return result -> COMPARED.stream().allMatch(property -> {
            List<Node> stated = expectation
                    .find(Node.ANY, property, Node.ANY)
                    .mapWith(statement -> statement.getObject())
                    .toList();
            return stated.isEmpty() || value(result, property).equals(Optional.of(stated.getFirst()));
        });
    }

    private static Optional<Node> value(ValidationResult result, Node property) {
        if (property.equals(Sh.SOURCE_SHAPE)) {
            return Optional.of(result.shape());
        }
        if (property.equals(Sh.FOCUS_NODE)) {
            return Optional.of(result.focusNode());
        }
        if (property.equals(Sh.RESULT_PATH)) {
            return result.path();
        }
        return property.equals(Sh.VALUE)
                ? result.value()
                : Optional.of(result.severity().node());
    }

    private static String describe(ValidationResult result) {
        return result.shape().getURI() + " at " + result.focusNode()
                + result.path().map(path -> ", path " + path).orElse("")
                + result.value().map(value -> ", value " + value).orElse("");
    }

    private static String text(Graph expectation) {
        List<String> parts = new ArrayList<>();
        for (Node property : COMPARED) {
            expectation
                    .find(Node.ANY, property, Node.ANY)
                    .forEach(found -> parts.add(found.getObject().toString()));
        }
        return String.join(", ", parts);
    }

    private void add(Path place, String de, String en) {
        complaints.add(new Complaint(place, new Text(de + ".", en + "."), Optional.empty()));
    }

    private void lacks(ShapeDescription shape, String de, String en) {
        Text message = new Text(shape.localName() + de, shape.localName() + en);
        complaints.add(new Complaint(family.folder(), message, Optional.of(shape)));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
