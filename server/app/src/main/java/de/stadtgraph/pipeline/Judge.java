package de.stadtgraph.pipeline;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.validation.Candidate;
import de.stadtgraph.validation.Measurement;
import de.stadtgraph.validation.Severity;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.ShapeOutcome;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.validation.ValidationProgress;
import de.stadtgraph.validation.ValidationReport;
import de.stadtgraph.validation.ValidationResult;
import de.stadtgraph.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/// Lets the shapes that a dataset names judge a candidate, and puts what they found into findings. Thread-safe.
public final class Judge {
    /// Most examples of a finding.
    private static final int EXAMPLES = 5;

    private final Shapes shapes;
    private final Validator validator;
    private final Graph lookups;

    /// Reads the code lists that rules look into.
    ///
    /// @param kos folder of the concept schemes
    public Judge(Shapes shapes, Validator validator, Path kos) {
        this.shapes = shapes;
        this.validator = validator;
        this.lookups = lookups(kos);
    }

    /// The code lists that rules look into, as one graph in memory.
    public static Graph lookups(Path kos) {
        Graph all = GraphFactory.createDefaultGraph();
        if (Files.isDirectory(kos)) {
            try (Stream<Path> files = Files.list(kos)) {
                files.filter(file -> file.toString().endsWith(".ttl"))
                        .filter(file -> !file.endsWith("dataset.ttl"))
                        .forEach(file -> RdfFiles.read(file).find().forEachRemaining(all::add));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /// What the shapes found.
    record Judgement(ValidationReport report, List<Finding> findings) {
        /// Nobody judged.
        static Judgement none() {
            return new Judgement(
                    new ValidationReport(List.of(), List.of(), new ValidationReport.Coverage(0, 0, 0)), List.of());
        }

        /// What the report measures.
        List<Measurement> measurements() {
            return Measurement.of(report);
        }

        /// The measurements in RDF, on a dataset.
        Graph measurements(Node dataset) {
            return MeasurementGraph.of(dataset, measurements());
        }

        /// The report in RDF.
        Graph graph(String iri) {
            return report.graph(iri);
        }

        RunReport.Results results() {
            return new RunReport.Results(
                    report.count(Severity.VIOLATION) + report.count(Severity.BLOCK),
                    report.count(Severity.WARNING),
                    report.count(Severity.INFO));
        }
    }

    Judgement judge(Dataset dataset, Graph data, Progress.Step step) {
        List<ShapeFamily> families = shapes.require(dataset.shapeFamilies());
        ValidationReport report =
                validator.validate(new Candidate(data, dataset.record(), lookups), families, new ValidationProgress() {
                    @Override
                    public void familyDone(ShapeFamily family, int done, int all) {
                        step.reach(done * 100L / all);
                    }
                });
        List<Finding> findings = new ArrayList<>();
        report.outcomes().stream()
                .filter(outcome -> outcome.results() > 0 || outcome.stopped())
                .sorted(Comparator.comparing(
                                (ShapeOutcome outcome) -> outcome.shape().severity())
                        .thenComparingLong(ShapeOutcome::results)
                        .reversed())
                .forEach(outcome -> findings.add(finding(report, outcome)));
        return new Judgement(report, findings);
    }

    /// Versions of the families that judge a dataset.
    Map<String, String> versions(Dataset dataset) {
        Map<String, String> versions = new TreeMap<>();
        shapes.require(dataset.shapeFamilies())
                .forEach(family -> versions.put("shapes/" + family.name(), family.version()));
        return versions;
    }

    /// A shape that was stopped proves nothing, so it blocks.
    private static Finding finding(ValidationReport report, ShapeOutcome outcome) {
        String rule = outcome.shape().family() + "#" + outcome.shape().localName();
        if (outcome.stopped()) {
            Text text = new Text(
                    "Die Prüfung der Regel wurde wegen Zeitüberschreitung beendet.",
                    "The check of the rule was stopped when its time was over.");
            return new Finding(rule, de.stadtgraph.publication.Severity.BLOCK, 1, text, List.of());
        }
        List<String> examples = report.results().stream()
                .filter(result -> result.shape().equals(outcome.shape().iri()))
                .limit(EXAMPLES)
                .map(Judge::example)
                .toList();
        de.stadtgraph.publication.Severity severity = de.stadtgraph.publication.Severity.valueOf(
                outcome.shape().severity().name());
        return new Finding(rule, severity, outcome.results(), message(report, outcome), examples);
    }

    private static Text message(ValidationReport report, ShapeOutcome outcome) {
        Text name = outcome.shape().name();
        Text message = outcome.shape().message();
        if (message.en().isBlank()) {
            message = report.results().stream()
                    .filter(result -> result.shape().equals(outcome.shape().iri()))
                    .map(ValidationResult::message)
                    .findFirst()
                    .orElse(Text.same(""));
        }
        return new Text(name.de() + ": " + message.de(), name.en() + ": " + message.en());
    }

    private static String example(ValidationResult result) {
        return result.value()
                .filter(value -> value.isURI() && !result.focusNode().isURI())
                .orElse(result.focusNode())
                .toString();
    }
}
