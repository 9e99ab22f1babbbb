package de.stadtgraph.http;

import de.stadtgraph.store.Generation;
import de.stadtgraph.store.TermCounts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/// How often classes and properties are used, by graph. Immutable.
public final class Statistics {
    private static final TermCounts NONE = new TermCounts(0, Map.of(), Map.of());

    private final Map<Node, TermCounts> graphs;

    private Statistics(Map<Node, TermCounts> graphs) {
        this.graphs = Map.copyOf(graphs);
    }

    /// A term with the number of its uses.
    public record Use(Node term, long count) {}

    public static Statistics of(Generation generation) {
        return new Statistics(TermCounts.byGraph(generation.data()));
    }

    private TermCounts counts(Node graph) {
        return graphs.getOrDefault(graph, NONE);
    }

    /// Number of quads of a graph.
    public long quads(Node graph) {
        return counts(graph).quads();
    }

    /// Classes of a graph, most used first.
    public List<Use> classes(Node graph) {
        return sorted(counts(graph).classes());
    }

    /// Properties of a graph, most used first.
    public List<Use> properties(Node graph) {
        return sorted(counts(graph).properties());
    }

    /// Classes of all graphs, most used first.
    public List<Use> classes() {
        return sorted(sums(TermCounts::classes));
    }

    /// Properties of all graphs, most used first.
    public List<Use> properties() {
        return sorted(sums(TermCounts::properties));
    }

    private Map<Node, Long> sums(Function<TermCounts, Map<Node, Long>> part) {
        Map<Node, Long> all = new HashMap<>();
        graphs.values()
                .forEach(counts -> part.apply(counts).forEach((term, count) -> all.merge(term, count, Long::sum)));
        return all;
    }

    /// How often a term is used, as a class or as a property.
    public long uses(Node term) {
        long count = 0;
        for (TermCounts counts : graphs.values()) {
            count += counts.classes().getOrDefault(term, 0L)
                    + counts.properties().getOrDefault(term, 0L);
        }
        return count;
    }

    /// Most used first; equals in the order of their names.
    static List<Use> sorted(Map<Node, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Use(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Use::count)
                        .reversed()
                        .thenComparing(use -> use.term().toString()))
                .toList();
    }
}
