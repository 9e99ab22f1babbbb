package de.stadtgraph.rml.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A mapping ready to run: first the lookups that no scan fills, in their order, then the scans in theirs.
///
/// Made for one run: it holds the lookups' contents, and functions that are not thread-safe.
///
/// @param spare lookups that are filled only if they are asked
/// @param scans in the order in which they are run; their numbers are in the order of the mapping
/// @param triplesMaps the names of the triples maps, by number
public record Plan(List<Lookup<?>> lookups, List<Lookup<?>> spare, List<ScanPlan> scans, List<String> triplesMaps) {
    public Plan {
        lookups = List.copyOf(lookups);
        spare = List.copyOf(spare);
        scans = List.copyOf(scans);
        triplesMaps = List.copyOf(triplesMaps);
    }

    /// The lookups that must be filled before the scans, those together that one reading of their source fills, in the
    /// order in which they are to be filled.
    public List<List<Lookup<?>>> readings() {
        return readings(lookup -> !lookup.isFed());
    }

    /// The same of all lookups, for one who does not scan.
    public List<List<Lookup<?>>> allReadings() {
        return readings(_ -> true);
    }

    /// Whether the sources still have the columns that they had when it was compiled.
    public boolean isUpToDate() throws IOException {
        for (ScanPlan scan : scans) {
            if (!scan.root().isUpToDate()) {
                return false;
            }
        }
        return true;
    }

    private List<List<Lookup<?>>> readings(Predicate<Lookup<?>> wanted) {
        List<List<Lookup<?>>> readings = new ArrayList<>();
        for (Lookup<?> lookup : lookups) {
            if (!wanted.test(lookup)) {
                continue;
            }
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
