package de.stadtgraph.query;

import java.time.Duration;

/// How a query ended well. Immutable.
///
/// @param rows rows or triples of the answer
/// @param more whether rows are left over because the caller asked for a limit
/// @param time how long it ran, without waiting
public record Outcome(long rows, boolean more, Duration time) {}
