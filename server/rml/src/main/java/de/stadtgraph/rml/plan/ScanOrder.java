package de.stadtgraph.rml.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts scans in an order in which a source comes before those that look its records up: its scan fills the lookups,
/// and it need not be read for them beforehand. Else the order is that of the mapping.
///
/// Where sources look each other up, or one itself, some are read beforehand all the same.
final class ScanOrder {
    private final List<ScanPlan> scans;
    private final List<Lookup<?>> lookups;
    private final Set<ScanPlan> begun = new HashSet<>();
    private final List<ScanPlan> ordered = new ArrayList<>();

    private ScanOrder(List<ScanPlan> scans, List<Lookup<?>> lookups) {
        this.scans = scans;
        this.lookups = lookups;
    }

    /// The scans in their order; they know the lookups that they are to fill.
    static List<ScanPlan> of(List<ScanPlan> scans, List<Lookup<?>> lookups) {
        // What a lookup needs itself must be there before the scans.
        if (!lookups.stream().allMatch(Lookup::needsNoOther)) {
            return scans;
        }
        var order = new ScanOrder(scans, lookups);
        scans.forEach(order::place);
        return order.ordered;
    }

    private void place(ScanPlan scan) {
        if (!begun.add(scan)) {
            return;
        }
        for (Lookup<?> lookup : lookups) {
            Optional<ScanPlan> parent = lookup.isAskedIn(scan.root()) ? parent(lookup) : Optional.empty();
            if (parent.isPresent()) {
                place(parent.get());
                // A scan that has begun and is not yet placed waits for this one.
                if (ordered.contains(parent.get())) {
                    parent.get().fills(lookup);
                }
            }
        }
        ordered.add(scan);
    }

    private Optional<ScanPlan> parent(Lookup<?> lookup) {
        return scans.stream()
                .filter(scan -> scan.source().sameRecords(lookup.source()))
                .findFirst();
    }
}
