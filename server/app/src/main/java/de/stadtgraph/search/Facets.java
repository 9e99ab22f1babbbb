package de.stadtgraph.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts how many hits have which class, dataset and district. Stateless.
final class Facets {
    static final List<String> FACETS = List.of("type", "dataset", "district");

    private Facets() {}

    static Map<String, List<Hits.Count>> of(Scores hits, Things things) {
        long[] ofKind = new long[things.kinds().size()];
        for (int i = 0; i < hits.size(); i++) {
            ofKind[things.kindNumber(hits.number(i))]++;
        }
        Map<String, List<Hits.Count>> facets = new HashMap<>();
        for (String facet : FACETS) {
            Map<String, Long> counts = new HashMap<>();
            for (int kind = 0; kind < ofKind.length; kind++) {
                if (ofKind[kind] > 0) {
                    for (String value : things.kinds().get(kind).values(facet)) {
                        counts.merge(value, ofKind[kind], Long::sum);
                    }
                }
            }
            facets.put(facet, sorted(counts));
        }
        return facets;
    }

    private static List<Hits.Count> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Hits.Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Hits.Count::count).reversed().thenComparing(Hits.Count::value))
                .toList();
    }
}
