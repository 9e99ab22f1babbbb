package de.stadtgraph.workshop;

import de.stadtgraph.validation.ShapeDescription;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.ValidationLimits;
import de.stadtgraph.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Runs the old and the new form of a shape family on published data and tells the difference. Publishes nothing.
///
/// Only shapes whose definition differs are run. Each has [#PER_SHAPE] for each form and dataset; one that needs more
/// is stopped, as is one that refers to itself or cannot be applied; the others go on. Thread-safe.
public final class ShapesPreview {
    /// Time of one shape on one dataset.
    public static final Duration PER_SHAPE = Duration.ofSeconds(10);

    /// Results of a shape that are compared one by one; of more, the counts are lower bounds.
    private static final int COMPARED_RESULTS = 100_000;

    private final Comparison.Judge judge;

    /// @param lookups code lists that rules look into
    public ShapesPreview(Graph lookups) {
        this(lookups, PER_SHAPE);
    }

    ShapesPreview(Graph lookups, Duration perShape) {
        var validator = new Validator(new ValidationLimits(perShape, COMPARED_RESULTS));
        this.judge = new Comparison.Judge(validator, lookups, new KnownOutcomes());
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
        boolean differInTexts(Node shape) {
            return old.shape(shape).isPresent()
                    && changed.shape(shape).isPresent()
                    && VersionStep.inTextsAlone(old.definition(shape), changed.definition(shape));
        }
    }

    /// Compares two forms of a family on the datasets that it judges.
    public Preview compare(Forms forms, List<JudgedDataset> datasets, PreviewWatch watch) {
        List<Node> shapes = changedShapes(forms.old(), forms.changed());
        List<Comparison> comparisons = datasets.stream()
                .map(dataset -> new Comparison(judge, forms, dataset, watch))
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
            var comparison = new Comparison(judge, new Forms(family, family, text), dataset, watch);
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
}
