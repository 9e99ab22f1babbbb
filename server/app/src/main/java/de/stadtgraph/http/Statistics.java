package de.stadtgraph.http;

import de.stadtgraph.store.Generation;
import de.stadtgraph.vocabulary.Rdf;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// How often classes and properties are used, by graph. Immutable once made; one look at every quad of a state.
public final class Statistics {
    private final Map<Node, Map<Node, Long>> classes = new HashMap<>();
    private final Map<Node, Map<Node, Long>> properties = new HashMap<>();
    private final Map<Node, Long> quads = new HashMap<>();

    private Statistics() {}

    /// A term with the number of its uses.
    public record Use(Node term, long count) {}

    public static Statistics of(Generation generation) {
        var statistics = new Statistics();
        Iterator<Quad> all = generation.data().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        while (all.hasNext()) {
            statistics.add(all.next());
        }
        return statistics;
    }

    private void add(Quad quad) {
        Node graph = quad.getGraph();
        quads.merge(graph, 1L, Long::sum);
        properties.computeIfAbsent(graph, _ -> new HashMap<>()).merge(quad.getPredicate(), 1L, Long::sum);
        if (quad.getPredicate().equals(Rdf.TYPE) && quad.getObject().isURI()) {
            classes.computeIfAbsent(graph, _ -> new HashMap<>()).merge(quad.getObject(), 1L, Long::sum);
        }
    }

    /// Number of quads of a graph.
    public long quads(Node graph) {
        return quads.getOrDefault(graph, 0L);
    }

    /// Classes of a graph, most used first.
    public List<Use> classes(Node graph) {
        return sorted(classes.getOrDefault(graph, Map.of()));
    }

    /// Properties of a graph, most used first.
    public List<Use> properties(Node graph) {
        return sorted(properties.getOrDefault(graph, Map.of()));
    }

    /// Classes of all graphs, most used first.
    public List<Use> classes() {
        Map<Node, Long> all = new HashMap<>();
        classes.values().forEach(counts -> counts.forEach((term, count) -> all.merge(term, count, Long::sum)));
        return sorted(all);
    }

    /// Properties of all graphs, most used first.
    public List<Use> properties() {
        Map<Node, Long> all = new HashMap<>();
        properties.values().forEach(counts -> counts.forEach((term, count) -> all.merge(term, count, Long::sum)));
        return sorted(all);
    }

    /// How often a term is used, as a class or as a property.
    public long uses(Node term) {
        long count = 0;
        for (Map<Node, Long> counts : classes.values()) {
            count += counts.getOrDefault(term, 0L);
        }
        for (Map<Node, Long> counts : properties.values()) {
            count += counts.getOrDefault(term, 0L);
        }
        return count;
    }

    private static List<Use> sorted(Map<Node, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Use(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Use::count)
                        .reversed()
                        .thenComparing(use -> use.term().toString()))
                .toList();
    }
}
