package de.stadtgraph.workshop;

import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.vocabulary.Sh;
import de.stadtgraph.workshop.Suggestion.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Proposes constraints from counts: what at least [#CONFIDENCE_PER_MILLE] of the things meet and no shape says yet.
/// Stateless.
public final class Suggestions {
    private static final Node PATH = NodeFactory.createURI(Sh.NAMESPACE + "path");
    private static final Node TARGET_CLASS = NodeFactory.createURI(Sh.NAMESPACE + "targetClass");

    /// Classes with fewer instances prove nothing.
    static final long LEAST_INSTANCES = 20;

    private static final long CONFIDENCE_PER_MILLE = 950;

    /// A list of codes has each value several times.
    private static final long VALUES_PER_CODE = 5;

    private Suggestions() {}

    /// Suggestions for a profile, the surest first.
    ///
    /// @param families shapes that judge the data already
    public static List<Suggestion> of(DataProfile profile, List<ShapeFamily> families) {
        List<Suggestion> found = new ArrayList<>();
        for (DataProfile.ClassProfile type : profile.classes()) {
            if (type.instances() >= LEAST_INSTANCES) {
                type.properties().forEach(property -> found.addAll(of(type, property)));
            }
        }
        return found.stream()
                .filter(suggestion -> families.stream().noneMatch(family -> says(family.graph(), suggestion)))
                .sorted(Comparator.comparing(Suggestion::confidence)
                        .thenComparingLong(Suggestion::support)
                        .reversed()
                        .thenComparing(suggestion -> suggestion.type().getURI())
                        .thenComparing(suggestion -> suggestion.property().getURI()))
                .toList();
    }

    private static List<Suggestion> of(DataProfile.ClassProfile type, PropertyProfile property) {
        var found = new Candidates(type.type(), property.property(), new ArrayList<>());
        found.add(Rule.PRESENT, Map.of("sh:minCount", "1"), property.subjects(), type.instances());
        found.add(Rule.SINGLE, Map.of("sh:maxCount", "1"), property.single(), property.subjects());
        long values = property.values();
        property.onlyDatatype()
                .ifPresent(datatype ->
                        found.add(Rule.DATATYPE, Map.of("sh:datatype", "<" + datatype + ">"), values, values));
        if (property.onlyIris()) {
            found.add(Rule.IRI, Map.of("sh:nodeKind", "sh:IRI"), values, values);
            int codes = property.distinct().size();
            if (codes > 0 && values >= codes * VALUES_PER_CODE) {
                found.add(Rule.LISTED, Map.of("sh:in", list(property)), values, values);
            }
        }
        property.range().ifPresent(range -> found.add(Rule.RANGE, bounds(range), values, values));
        return found.kept();
    }

    /// What may be said of one property of one class.
    private record Candidates(Node type, Node property, List<Suggestion> kept) {
        void add(Rule rule, Map<String, String> constraints, long support, long total) {
            if (support * 1000 >= total * CONFIDENCE_PER_MILLE) {
                kept.add(new Suggestion(rule, type, property, constraints, support, total));
            }
        }
    }

    private static String list(PropertyProfile property) {
        var values = new TreeSet<String>();
        property.distinct().forEach(value -> values.add("<" + value.getURI() + ">"));
        return "( " + String.join(" ", values) + " )";
    }

    private static Map<String, String> bounds(PropertyProfile.Range range) {
        Map<String, String> bounds = new LinkedHashMap<>();
        bounds.put("sh:minInclusive", range.least().toPlainString());
        bounds.put("sh:maxInclusive", range.greatest().toPlainString());
        return bounds;
    }

    /// Whether a shape on the same property, for this class or for none in particular, states the parameter already.
    private static boolean says(Graph shapes, Suggestion suggestion) {
        return shapes.find(Node.ANY, PATH, suggestion.property())
                .filterKeep(path -> judges(shapes, path.getSubject(), suggestion.type()))
                .filterKeep(path -> suggestion.constraints().keySet().stream()
                        .anyMatch(parameter -> shapes.contains(path.getSubject(), parameter(parameter), Node.ANY)))
                .hasNext();
    }

    private static boolean judges(Graph shapes, Node shape, Node type) {
        return !shapes.contains(shape, TARGET_CLASS, Node.ANY) || shapes.contains(shape, TARGET_CLASS, type);
    }

    private static Node parameter(String prefixed) {
        return NodeFactory.createURI(Sh.NAMESPACE + prefixed.substring("sh:".length()));
    }
}
