package de.stadtgraph.snapshot.exec;

import org.jspecify.annotations.Nullable;

/// Arithmetic on numbers that are not small integers or decimals, and the terms of sums. Belongs to one query.
public interface Numbers {

    /// What was added up in a group.
    ///
    /// @param count how many numbers
    /// @param first the first of them
    /// @param integers sum of the inline integers
    /// @param integerCount how many
    /// @param decimals sum of the inline decimals, in units of the inline form
    /// @param decimalCount how many
    /// @param others sum of all others, as [Numbers] made it
    record Total(
            long count,
            long first,
            long integers,
            long integerCount,
            long decimals,
            long decimalCount,
            @Nullable Object others) {}

    /// Adds a number to a sum.
    ///
    /// @return the new sum; nothing when the id is no number
    @Nullable
    Object plus(@Nullable Object sum, long id);

    /// The term of a sum.
    long sum(Total total);

    /// The term of an average.
    long average(Total total);

    /// The integer 0.
    long zero();
}
