package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.column.GraphFilter;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Scan;
import de.stadtgraph.snapshot.stats.Statistics;
import de.stadtgraph.snapshot.stats.StatisticsCounter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts a finished index: each graph, and the union. Reading it whole also checks every page. Stateless.
final class Counting {
    /// With more graphs than that, only the quads of each are counted.
    static final int MAX_GRAPHS = 64;

    private Counting() {}

    static Statistics count(StoredIndex index) {
        var counter = new StatisticsCounter(index.dictionary());
        Map<Long, Long> sizes = sizes(index.permutation(Order.SPO));
        var graphs = new TreeMap<Long, Statistics>();
        if (sizes.size() == 1) {
            Statistics whole = counter.count(all(index), Map.of());
            graphs.put(sizes.keySet().iterator().next(), whole);
            return new Statistics(whole.totals(), whole.predicates(), whole.classes(), graphs);
        }
        sizes.forEach((graph, quads) -> graphs.put(
                graph,
                sizes.size() > MAX_GRAPHS ? Statistics.ofQuads(quads) : counter.count(only(index, graph), Map.of())));
        return counter.count(union(index), graphs);
    }

    /// Counts the union of graphs that were counted before.
    static Statistics count(StoredIndex index, Map<Long, Statistics> graphs) {
        return new StatisticsCounter(index.dictionary()).count(union(index), graphs);
    }

    private static QuadIndex all(StoredIndex index) {
        return new QuadIndex(index.permutations(), Optional.empty(), QuadIndex.Repeats.KEEP);
    }

    static QuadIndex union(StoredIndex index) {
        return new QuadIndex(index.permutations(), Optional.empty(), QuadIndex.Repeats.DROP);
    }

    private static QuadIndex only(StoredIndex index, long graph) {
        return new QuadIndex(index.permutations(), Optional.of(new GraphFilter(graph)), QuadIndex.Repeats.KEEP);
    }

    private static Map<Long, Long> sizes(Permutation spo) {
        var sizes = new TreeMap<Long, Long>();
        var index = new QuadIndex(Map.of(Order.SPO, spo), Optional.empty(), QuadIndex.Repeats.KEEP);
        Scan scan = index.scan(Order.SPO, spo.all(), 1 << Order.GRAPH);
        for (int rows = scan.next(); rows > 0; rows = scan.next()) {
            long[] graphs = scan.column(Order.GRAPH);
            int from = 0;
            for (int i = 1; i <= rows; i++) {
                if (i == rows || graphs[i] != graphs[from]) {
                    sizes.merge(graphs[from], (long) i - from, Long::sum);
                    from = i;
                }
            }
        }
        return sizes;
    }
}
