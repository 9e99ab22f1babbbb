package de.stadtgraph.snapshot.stats;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.term.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.vocabulary.RDF;

/// Counts a finished index by reading it. One thread.
public final class StatisticsCounter {
    private final Dictionary dictionary;
    private final Languages languages;

    public StatisticsCounter(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.languages = new Languages(dictionary);
    }

    /// Counts an index.
    ///
    /// @param index the union of all graphs, or one graph
    /// @param graphs statistics of its graphs, by id
    public Statistics count(QuadIndex index, Map<Long, Statistics> graphs) {
        List<PredicateStatistics> predicates = new ArrayList<>();
        var seen = new DistinctTerms(dictionary);
        var counter = new PredicateCounter(index, languages, seen);
        for (long predicate : predicates(index.permutation(Order.PSO))) {
            PredicateStatistics counted = counter.count(predicate);
            if (counted.triples() > 0) {
                predicates.add(counted);
            }
        }
        long[] ids =
                predicates.stream().mapToLong(PredicateStatistics::predicate).toArray();
        var classes = new ClassCounter(index, dictionary.id(RDF.Nodes.type), ids);
        List<ClassStatistics> counted = classes.count();
        long triples =
                predicates.stream().mapToLong(PredicateStatistics::triples).sum();
        var totals = new Statistics.Totals(
                graphs.isEmpty() ? quads(index, triples) : quads(graphs.values()),
                triples,
                classes.subjects(),
                seen.count() + new InlineObjects(index).count(predicates));
        return new Statistics(totals, predicates, counted, graphs);
    }

    private static long quads(QuadIndex index, long triples) {
        return index.hasFilter() ? triples : index.permutation(Order.SPO).rows();
    }

    private static long quads(Iterable<Statistics> graphs) {
        long quads = 0;
        for (Statistics graph : graphs) {
            quads += graph.totals().quads();
        }
        return quads;
    }

    /// The predicates of a permutation: each begins a block.
    static long[] predicates(Permutation pso) {
        long[] predicates = new long[pso.blocks()];
        int count = 0;
        for (int block = 0; block < pso.blocks(); block++) {
            long predicate = pso.min(block, Order.PREDICATE);
            if (count == 0 || predicates[count - 1] != predicate) {
                predicates[count++] = predicate;
            }
        }
        return java.util.Arrays.copyOf(predicates, count);
    }
}
