package de.stadtgraph.workshop;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.validation.Candidate;
import de.stadtgraph.validation.ShapeDescription;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.ValidationLimits;
import de.stadtgraph.validation.ValidationProgress;
import de.stadtgraph.validation.ValidationResult;
import de.stadtgraph.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
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
    private final KnownOutcomes known = new KnownOutcomes();

    /// @param lookups code lists that rules look into
    public ShapesPreview(Graph lookups) {
        this(lookups, PER_SHAPE);
    }

    ShapesPreview(Graph lookups, Duration perShape) {
        this.lookups = lookups;
        this.validator = new Validator(new ValidationLimits(perShape, COMPARED_RESULTS));
    }

    /// Two forms of a family.
    ///
    /// @param text tag of the text of the old form, by which its outcomes are remembered; empty to remember nothing
    public record Forms(ShapeFamily old, ShapeFamily changed, String text) {
        /// Forms of which nothing is remembered.
        public static Forms of(ShapeFamily old, ShapeFamily changed) {
            return new Forms(old, changed, "");
        }

        /// Whether only what people read differs: then both find the same.
        private boolean differInTexts(Node shape) {
            return old.shape(shape).isPresent()
                    && changed.shape(shape).isPresent()
                    && VersionStep.inTextsAlone(old.definition(shape), changed.definition(shape));
        }
    }

    /// Compares two forms of a family on the datasets that it judges.
    public Preview compare(Forms forms, List<JudgedDataset> datasets, PreviewWatch watch) {
        List<Node> shapes = changedShapes(forms.old(), forms.changed());
        List<Comparison> comparisons = datasets.stream()
                .map(dataset -> new Comparison(forms, dataset, watch))
                .toList();
        List<ShapeChange> changes = new ArrayList<>();
        int all = shapes.size() * datasets.size();
        for (Node shape : shapes) {
            for (Comparison comparison : comparisons) {
                if (watch.cancelled()) {
                    return new Preview(changes, true);
                }
                ShapeChange change = comparison.of(shape);
                changes.add(change);
                watch.compared(change, changes.size(), all);
            }
        }
        return new Preview(changes, watch.cancelled());
    }

    /// Works out what the shapes of a released family find, so that the next comparison begins with the answer.
    void learn(ShapeFamily family, String text, List<JudgedDataset> datasets, PreviewWatch watch) {
        for (JudgedDataset dataset : datasets) {
            var comparison = new Comparison(new Forms(family, family, text), dataset, watch);
            for (ShapeDescription shape : family.shapes()) {
                if (watch.cancelled()) {
                    return;
                }
                comparison.before(shape.iri());
            }
        }
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

    /// Both forms of shapes on one dataset, whose columns are read once for all of them.
    private final class Comparison {
        private final Forms forms;
        private final JudgedDataset dataset;
        private final Candidate candidate;
        private final ValidationProgress progress;

        Comparison(Forms forms, JudgedDataset dataset, PreviewWatch watch) {
            this.forms = forms;
            this.dataset = dataset;
            this.candidate = new Candidate(
                    new ColumnGraph(dataset.data()), dataset.dataset().record(), lookups);
            this.progress = new ValidationProgress() {
                @Override
                public boolean cancelled() {
                    return watch.cancelled();
                }
            };
        }

        ShapeChange of(Node shape) {
            long start = System.nanoTime();
            Optional<Outcome> before = before(shape);
            Optional<Outcome> after = forms.differInTexts(shape) ? before : outcome(forms.changed(), shape);
            Map<String, ValidationResult> gone = before.map(Outcome::byKey).orElseGet(Map::of);
            Map<String, ValidationResult> there = after.map(Outcome::byKey).orElseGet(Map::of);
            List<ValidationResult> appeared = without(there, gone);
            List<ValidationResult> fixed = without(gone, there);
            ShapeDescription described = forms.changed()
                    .shape(shape)
                    .or(() -> forms.old().shape(shape))
                    .orElseThrow();
            return new ShapeChange(
                    dataset.dataset().slug(),
                    shape.getURI(),
                    described.name(),
                    described.repairHint(),
                    forms.old().shape(shape).map(ShapesPreview::severity),
                    forms.changed().shape(shape).map(ShapesPreview::severity),
                    after.map(Outcome::judged).orElse(0L),
                    appeared.size(),
                    fixed.size(),
                    there.size() - appeared.size(),
                    Stream.of(before, after).flatMap(Optional::stream).anyMatch(Outcome::isBound),
                    after.map(Outcome::isStopped).orElse(false),
                    samples(appeared),
                    samples(fixed),
                    Duration.ofNanos(System.nanoTime() - start));
        }

        /// What the old form finds; remembered where its text and the release are known.
        Optional<Outcome> before(Node shape) {
            if (forms.text().isEmpty()
                    || dataset.release() == 0
                    || forms.old().shape(shape).isEmpty()) {
                return outcome(forms.old(), shape);
            }
            var key = new KnownOutcomes.Key(dataset.dataset().slug(), dataset.release(), forms.text(), shape.getURI());
            return Optional.of(known.of(key, () -> outcome(forms.old(), shape).orElseThrow()));
        }

        private Optional<Outcome> outcome(ShapeFamily family, Node shape) {
            if (family.shape(shape).isEmpty()) {
                return Optional.empty();
            }
            ShapeFamily only = family.only(Set.of(shape));
            try {
                return Optional.of(new Outcome(validator.validate(candidate, List.of(only), progress)));
            } catch (ServerException e) {
                LOG.info("{} on {} was stopped: {}", shape, dataset.dataset().slug(), e.getMessage());
                return Optional.of(Outcome.stopped(only.shapes().getFirst()));
            }
        }
    }

    private static String severity(ShapeDescription shape) {
        return shape.severity().name().toLowerCase(Locale.ROOT);
    }

    private static List<Sample> samples(List<ValidationResult> results) {
        return results.stream().limit(SAMPLES).map(Sample::of).toList();
    }

    private static List<ValidationResult> without(
            Map<String, ValidationResult> results, Map<String, ValidationResult> others) {
        return results.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
