package de.stadtgraph.workshop;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.validation.Candidate;
import de.stadtgraph.validation.ShapeDescription;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.ShapeOutcome;
import de.stadtgraph.validation.ValidationLimits;
import de.stadtgraph.validation.ValidationProgress;
import de.stadtgraph.validation.ValidationReport;
import de.stadtgraph.validation.ValidationResult;
import de.stadtgraph.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the old and the new form of a shape family on published data and tells the difference. Publishes nothing.
///
/// Only shapes whose definition differs are run. Each has [#PER_SHAPE] for each form and dataset; one that needs more
/// is stopped, as is one that refers to itself or cannot be applied; the others go on. Thread-safe.
public final class ShapesPreview {
    private static final Logger LOG = LoggerFactory.getLogger(ShapesPreview.class);

    /// Time of one shape on one dataset.
    public static final Duration PER_SHAPE = Duration.ofSeconds(10);

    /// Results of a shape that are compared one by one; of more, the counts are lower bounds.
    private static final int COMPARED_RESULTS = 100_000;

    private static final int SAMPLES = 20;

    private final Graph lookups;
    private final Validator validator;

    /// @param lookups code lists that rules look into
    public ShapesPreview(Graph lookups) {
        this(lookups, PER_SHAPE);
    }

    ShapesPreview(Graph lookups, Duration perShape) {
        this.lookups = lookups;
        this.validator = new Validator(new ValidationLimits(perShape, COMPARED_RESULTS));
    }

    /// Compares two forms of a family on the datasets that it judges.
    public Preview compare(ShapeFamily old, ShapeFamily changed, List<JudgedDataset> datasets, PreviewWatch watch) {
        List<Node> shapes = changedShapes(old, changed);
        List<ShapeChange> changes = new ArrayList<>();
        int all = shapes.size() * datasets.size();
        for (Node shape : shapes) {
            for (JudgedDataset dataset : datasets) {
                if (watch.cancelled()) {
                    return new Preview(changes, true);
                }
                ShapeChange change = new Comparison(dataset, watch).of(old, changed, shape);
                changes.add(change);
                watch.compared(change, changes.size(), all);
            }
        }
        return new Preview(changes, watch.cancelled());
    }

    /// IRIs of the shapes that are new, gone or defined differently, in alphabetical order.
    public static List<Node> changedShapes(ShapeFamily old, ShapeFamily changed) {
        Set<String> names = new TreeSet<>();
        Stream.of(old, changed)
                .flatMap(family -> family.shapes().stream())
                .forEach(shape -> names.add(shape.iri().getURI()));
        return names.stream()
                .map(NodeFactory::createURI)
                .filter(shape -> !old.definition(shape).isIsomorphicWith(changed.definition(shape)))
                .toList();
    }

    /// Both forms of one shape on one dataset.
    private final class Comparison {
        private final JudgedDataset dataset;
        private final ValidationProgress progress;

        Comparison(JudgedDataset dataset, PreviewWatch watch) {
            this.dataset = dataset;
            this.progress = new ValidationProgress() {
                @Override
                public boolean cancelled() {
                    return watch.cancelled();
                }
            };
        }

        ShapeChange of(ShapeFamily old, ShapeFamily changed, Node shape) {
            long start = System.nanoTime();
            Optional<Outcome> before = outcome(old, shape);
            Optional<Outcome> after = outcome(changed, shape);
            Map<String, ValidationResult> gone = before.map(Outcome::byKey).orElseGet(Map::of);
            Map<String, ValidationResult> there = after.map(Outcome::byKey).orElseGet(Map::of);
            List<ValidationResult> appeared = without(there, gone);
            List<ValidationResult> fixed = without(gone, there);
            ShapeDescription described =
                    changed.shape(shape).or(() -> old.shape(shape)).orElseThrow();
            return new ShapeChange(
                    dataset.dataset().slug(),
                    shape.getURI(),
                    described.name(),
                    described.repairHint(),
                    old.shape(shape).map(ShapesPreview::severity),
                    changed.shape(shape).map(ShapesPreview::severity),
                    after.map(Outcome::judged).orElse(0L),
                    appeared.size(),
                    fixed.size(),
                    there.size() - appeared.size(),
                    Stream.of(before, after).flatMap(Optional::stream).anyMatch(Outcome::bound),
                    after.map(Outcome::stopped).orElse(false),
                    samples(appeared),
                    samples(fixed),
                    Duration.ofNanos(System.nanoTime() - start));
        }

        private Optional<Outcome> outcome(ShapeFamily family, Node shape) {
            if (family.shape(shape).isEmpty()) {
                return Optional.empty();
            }
            var candidate = new Candidate(dataset.data(), dataset.dataset().record(), lookups);
            ShapeFamily only = family.only(Set.of(shape));
            try {
                return Optional.of(new Outcome(validator.validate(candidate, List.of(only), progress)));
            } catch (ServerException e) {
                LOG.info("{} on {} was stopped: {}", shape, dataset.dataset().slug(), e.getMessage());
                return Optional.of(Outcome.stopped(only.shapes().getFirst()));
            }
        }
    }

    /// What one form of a shape found.
    private record Outcome(ValidationReport report) {
        /// Of a shape that cannot be applied at all.
        static Outcome stopped(ShapeDescription shape) {
            var stopped = new ShapeOutcome(shape, 0, 0, 0, true, Duration.ZERO);
            return new Outcome(
                    new ValidationReport(List.of(), List.of(stopped), new ValidationReport.Coverage(0, 0, 0)));
        }

        long judged() {
            return report.outcomes().stream().mapToLong(ShapeOutcome::judged).sum();
        }

        boolean stopped() {
            return !report.complete();
        }

        boolean bound() {
            long found =
                    report.outcomes().stream().mapToLong(ShapeOutcome::results).sum();
            return stopped() || found > report.results().size();
        }

        /// Results by what they are about; the same thing said twice is one.
        Map<String, ValidationResult> byKey() {
            Map<String, ValidationResult> results = new LinkedHashMap<>();
            report.results().forEach(result -> results.putIfAbsent(key(result), result));
            return results;
        }
    }

    private static String severity(ShapeDescription shape) {
        return shape.severity().name().toLowerCase(Locale.ROOT);
    }

    private static List<Sample> samples(List<ValidationResult> results) {
        return results.stream().limit(SAMPLES).map(Sample::of).toList();
    }

    private static String key(ValidationResult result) {
        return result.focusNode() + "\u0000"
                + result.path().map(Node::toString).orElse("") + "\u0000"
                + result.value().map(Node::toString).orElse("") + "\u0000"
                + result.component().getURI();
    }

    private static List<ValidationResult> without(
            Map<String, ValidationResult> results, Map<String, ValidationResult> others) {
        return results.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
