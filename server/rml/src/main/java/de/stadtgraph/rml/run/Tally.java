package de.stadtgraph.rml.run;

import de.stadtgraph.rml.term.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts findings of a run and keeps samples of them. Not thread-safe.
final class Tally {
    private static final int MOST_SAMPLED_FIELDS = 2_000;
    private static final int MOST_CODES = 10_000;

    private final Map<List<Object>, Samples<Finding>> samples = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> unmapped = new TreeMap<>();

    void add(Finding finding) {
        List<Object> key = List.of(finding.source(), finding.field(), finding.fault());
        Samples<Finding> known = samples.get(key);
        if (known == null && samples.size() < MOST_SAMPLED_FIELDS) {
            known = new Samples<>();
            samples.put(key, known);
        }
        if (known != null) {
            known.add(finding);
        }
    }

    void unmapped(String list, String value) {
        Map<String, Long> values = unmapped.computeIfAbsent(list, _ -> new TreeMap<>());
        if (values.size() < MOST_CODES || values.containsKey(value)) {
            values.merge(value, 1L, Long::sum);
        }
    }

    static void count(Map<Fault, Long> counts, Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    static Map<Fault, Long> counts() {
        return new EnumMap<>(Fault.class);
    }

    /// All samples in the order of sources and records.
    List<Finding> findings(List<String> sources) {
        if (samples.isEmpty()) {
            return List.of();
        }
        List<Finding> all = new ArrayList<>();
        samples.values().forEach(some -> all.addAll(some.all()));
        all.sort(Comparator.comparingInt((Finding finding) -> sources.indexOf(finding.source()))
                .thenComparingLong(Finding::record));
        return all;
    }

    Map<String, Map<String, Long>> unmapped() {
        return unmapped;
    }
}
