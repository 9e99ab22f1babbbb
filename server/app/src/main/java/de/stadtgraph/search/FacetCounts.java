package de.stadtgraph.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// Counts all hits, and how many have which class, dataset and district. One search.
final class FacetCounts implements CollectorManager<FacetCounts.Counting, FacetCounts.Counted> {
    static final List<String> FACETS = List.of(Fields.TYPE, Fields.DATASET, Fields.DISTRICT);

    /// The counts.
    record Counted(long total, Map<String, List<Hits.Count>> facets) {}

    @Override
    public Counting newCollector() {
        return new Counting();
    }

    @Override
    public Counted reduce(Collection<Counting> collectors) {
        long total = 0;
        Map<String, Map<String, Long>> sums = new HashMap<>();
        for (Counting counting : collectors) {
            counting.leave();
            total += counting.total;
            counting.counts.forEach((field, values) -> values.forEach((value, count) ->
                    sums.computeIfAbsent(field, _ -> new HashMap<>()).merge(value, count, Long::sum)));
        }
        Map<String, List<Hits.Count>> facets = new HashMap<>();
        sums.forEach((field, values) -> facets.put(field, sorted(values)));
        return new Counted(total, facets);
    }

    private static List<Hits.Count> sorted(Map<String, Long> values) {
        return values.entrySet().stream()
                .map(entry -> new Hits.Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Hits.Count::count).reversed().thenComparing(Hits.Count::value))
                .toList();
    }

    /// Counts the hits of one thread, segment by segment.
    static final class Counting extends SimpleCollector {
        private final Map<String, Map<String, Long>> counts = new HashMap<>();
        private final List<SortedSetDocValues> values = new ArrayList<>();
        private final List<long[]> ordinals = new ArrayList<>();
        private long total;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            leave();
            for (String field : FACETS) {
                SortedSetDocValues ofField = DocValues.getSortedSet(context.reader(), field);
                values.add(ofField);
                ordinals.add(new long[Math.toIntExact(ofField.getValueCount())]);
            }
        }

        @Override
        public void collect(int document) throws IOException {
            total++;
            for (int facet = 0; facet < values.size(); facet++) {
                SortedSetDocValues ofField = values.get(facet);
                if (ofField.advanceExact(document)) {
                    for (int value = 0; value < ofField.docValueCount(); value++) {
                        ordinals.get(facet)[(int) ofField.nextOrd()]++;
                    }
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        /// Turns the ordinals of the segment into values.
        private void leave() {
            try {
                for (int facet = 0; facet < values.size(); facet++) {
                    Map<String, Long> ofField = counts.computeIfAbsent(FACETS.get(facet), _ -> new HashMap<>());
                    long[] found = ordinals.get(facet);
                    for (int ordinal = 0; ordinal < found.length; ordinal++) {
                        if (found[ordinal] > 0) {
                            ofField.merge(
                                    values.get(facet).lookupOrd(ordinal).utf8ToString(), found[ordinal], Long::sum);
                        }
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            values.clear();
            ordinals.clear();
        }
    }
}
