package de.stadtgraph.query;

import java.time.Duration;

/// What one query may use (`design: limits`). Immutable.
///
/// @param time from the first step to the last row
/// @param rows rows of the answer
/// @param bytesOut bytes of the answer
/// @param bytesHeld memory of sorts, groups, joins and strings
/// @param steps rows touched by any operator
public record QueryBudget(Duration time, long rows, long bytesOut, long bytesHeld, long steps) {

    /// The same budget with another time.
    public QueryBudget within(Duration other) {
        return new QueryBudget(other, rows, bytesOut, bytesHeld, steps);
    }
}
