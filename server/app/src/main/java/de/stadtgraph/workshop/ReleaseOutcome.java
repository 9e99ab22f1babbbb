package de.stadtgraph.workshop;

import java.time.Instant;
import java.util.Map;

/// How the shapes did in one release of a dataset. Immutable.
///
/// @param number number of the release
/// @param counts by IRI of the shape
public record ReleaseOutcome(long number, Instant time, Map<String, Count> counts) {
    public ReleaseOutcome {
        counts = Map.copyOf(counts);
    }

    /// What one shape found.
    ///
    /// @param judged things it was applied to
    public record Count(long judged, long results) {}
}
