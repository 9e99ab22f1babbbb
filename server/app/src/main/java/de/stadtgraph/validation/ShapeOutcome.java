package de.stadtgraph.validation;

import java.time.Duration;

/// What one shape found: exact counts, whatever number of results is kept. Immutable.
///
/// @param shape the shape
/// @param judged things it was applied to; instances of the class where one query judges them all
/// @param failing things among them with at least one result
/// @param results number of results
/// @param stopped the time ran out or the run was cancelled: the counts are a lower bound
/// @param time how long it took
public record ShapeOutcome(
        ShapeDescription shape, long judged, long failing, long results, boolean stopped, Duration time) {

    /// Things that meet the shape.
    public long conforming() {
        return Math.max(0, judged - failing);
    }
}
