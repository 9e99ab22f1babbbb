package de.stadtgraph.validation;

import java.util.List;
import java.util.OptionalLong;

/// A total, its parts, and what the difference tells (privacy rule P5). Immutable.
///
/// Hidden are the parts without a value; where there is none, the parts of value 0, which errs on the safe side.
///
/// @param rest total minus the parts that are shown
/// @param hidden number of hidden parts
record Subtraction(long rest, long hidden) {

    static Subtraction of(long total, List<OptionalLong> parts) {
        long sum = parts.stream()
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
        long without = parts.stream().filter(OptionalLong::isEmpty).count();
        long zeros = parts.stream()
                .filter(part -> part.isPresent() && part.getAsLong() == 0)
                .count();
        return new Subtraction(total - sum, without > 0 ? without : zeros);
    }

    /// Whether the difference gives a hidden count below the threshold away: one part alone, all of them 1, or all of
    /// them the largest count that is hidden.
    boolean gives(long threshold) {
        return rest > 0 && hidden > 0 && (hidden == 1 || rest == hidden || rest == hidden * (threshold - 1));
    }

    /// Nothing is hidden and nothing is left.
    boolean matches() {
        return rest == 0;
    }
}
