package de.stadtgraph.pipeline;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.validation.Candidate;
import de.stadtgraph.validation.CubeFinding;
import de.stadtgraph.validation.DataMeasurements;
import de.stadtgraph.validation.Described;
import de.stadtgraph.validation.Measurement;
import de.stadtgraph.validation.Severity;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.ShapeOutcome;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.validation.SubtractionAudit;
import de.stadtgraph.validation.ValidationProgress;
import de.stadtgraph.validation.ValidationReport;
import de.stadtgraph.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/// Lets the shapes that a dataset names judge a candidate, and puts what they found into findings. Thread-safe.
public final class Judge {
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

    /// What the shapes and the checks of whole tables found.
    record Judgement(ValidationReport report, List<Finding> findings, List<Measurement> measurements) {
        /// Nobody judged.
        static Judgement none() {
            return new Judgement(
                    new ValidationReport(List.of(), List.of(), new ValidationReport.Coverage(0, 0, 0)),
                    List.of(),
                    List.of());
        }

        /// The same with the share of records that were mapped.
        Judgement with(long mapped, long read) {
            List<Measurement> all = new ArrayList<>();
            Measurement.ofCounts("records-mapped", "completeness", Math.min(mapped, read), read)
                    .ifPresent(all::add);
            all.addAll(measurements);
            return new Judgement(report, findings, all);
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

    /// The shapes judge on this thread while another measures.
    Judgement judge(Dataset dataset, Graph data, Surroundings around, Progress.Step step) {
        List<ShapeFamily> families = shapes.require(dataset.shapeFamilies());
        var described = new Described(data, dataset.record());
        Graph areas = around.areas();
        var measuring = CompletableFuture.supplyAsync(() -> measure(dataset, described, areas), Judge::start);
        var candidate = new Candidate(data, dataset.record(), lookups, Optional.of(around.scratch()));
        ValidationReport report = validator.validate(candidate, families, new ValidationProgress() {
            @Override
            public void familyDone(ShapeFamily family, int done, int all) {
                step.reach(done * 100L / all);
            }
        });
        Measured measured = measuring.join();
        List<Finding> findings = new ArrayList<>();
        report.outcomes().stream()
                .filter(outcome -> outcome.results() > 0 || outcome.stopped())
                .sorted(Comparator.comparing(
                                (ShapeOutcome outcome) -> outcome.shape().severity())
                        .thenComparingLong(ShapeOutcome::results)
                        .reversed())
                .forEach(outcome -> findings.add(ShapeFindings.of(report, outcome)));
        measured.findings().forEach(finding -> findings.add(ShapeFindings.of(finding)));
        if (SubtractionAudit.concerns(described)) {
            new SubtractionAudit(described, around.earlier(), around.others(), areas)
                    .findings()
                    .forEach(finding -> findings.add(ShapeFindings.of(finding)));
        }
        List<Measurement> measurements = new ArrayList<>(measured.measurements());
        measurements.addAll(Measurement.of(report));
        return new Judgement(report, findings, measurements);
    }

    private static void start(Runnable task) {
        Thread.ofPlatform().daemon().name("measure").start(task);
    }

    /// What the statements themselves give.
    private record Measured(List<Measurement> measurements, List<CubeFinding> findings) {}

    private Measured measure(Dataset dataset, Described described, Graph areas) {
        var measured = new DataMeasurements(
                described,
                base(dataset),
                node -> lookups.contains(node, Node.ANY, Node.ANY) || areas.contains(node, Node.ANY, Node.ANY));
        return new Measured(measured.measurements(), measured.findings());
    }

    private static String base(Dataset dataset) {
        String iri = dataset.node().getURI();
        return iri.substring(0, iri.indexOf("/dataset/") + 1);
    }

    /// Versions of the families that judge a dataset.
    Map<String, String> versions(Dataset dataset) {
        Map<String, String> versions = new TreeMap<>();
        shapes.require(dataset.shapeFamilies())
                .forEach(family -> versions.put("shapes/" + family.name(), family.version()));
        return versions;
    }
}
