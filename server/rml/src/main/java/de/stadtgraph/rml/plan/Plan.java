package de.stadtgraph.rml.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// The lookups that are filled by one reading of their source, in the order in which they are to be filled.
    public List<List<Lookup<?>>> readings() {
        List<List<Lookup<?>>> readings = new ArrayList<>();
        for (Lookup<?> lookup : lookups) {
            Optional<List<Lookup<?>>> sharing = readings.stream()
                    .filter(reading -> lookup.needsNoOther()
                            && reading.getFirst().needsNoOther()
                            && reading.getFirst().source().sameRecords(lookup.source()))
                    .findFirst();
            if (sharing.isPresent()) {
                sharing.get().add(lookup);
            } else {
                readings.add(new ArrayList<>(List.of(lookup)));
            }
        }
        return readings;
    }
}
