package de.stadtgraph.rml.plan;

import java.util.List;

/// A mapping ready to run: first the lookups in their order, then the scans.
///
/// Made for one run: it holds the lookups' contents, and functions that are not thread-safe.
///
/// @param triplesMaps the names of the triples maps, by number
public record Plan(List<Lookup<?>> lookups, List<ScanPlan> scans, List<String> triplesMaps) {
    public Plan {
        lookups = List.copyOf(lookups);
        scans = List.copyOf(scans);
        triplesMaps = List.copyOf(triplesMaps);
    }
}
