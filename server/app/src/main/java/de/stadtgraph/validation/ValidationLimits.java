package de.stadtgraph.validation;

import java.time.Duration;

/// What a validation may cost.
///
/// @param perFamily time for the shapes of one family together
/// @param resultsPerShape results kept of one shape; all are counted
public record ValidationLimits(Duration perFamily, int resultsPerShape) {
    public static final ValidationLimits DEFAULT = new ValidationLimits(Duration.ofMinutes(5), 1_000);

    public ValidationLimits {
        if (perFamily.isNegative() || perFamily.isZero() || resultsPerShape < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
