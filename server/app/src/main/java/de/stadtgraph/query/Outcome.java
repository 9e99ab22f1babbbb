package de.stadtgraph.query;

import java.time.Duration;
import java.util.List;

/// How a query ended well. Immutable.
///
/// @param rows rows or triples of the answer
/// @param more whether rows are left over because the caller asked for a limit
/// @param silenced other portals that were asked and did not answer
/// @param time how long it ran, without waiting
public record Outcome(long rows, boolean more, List<String> silenced, Duration time) {
    public Outcome {
        silenced = List.copyOf(silenced);
    }
}
