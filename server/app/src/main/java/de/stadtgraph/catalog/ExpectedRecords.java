package de.stadtgraph.catalog;

import java.util.Optional;

/// How many source records one delivery of a dataset is expected to have (sanity rule S4).
///
/// @param minimum fewest, if stated
/// @param maximum most, if stated
/// @param sample number in the bundled sample, if stated; it counts when the bundled files are read
public record ExpectedRecords(Optional<Long> minimum, Optional<Long> maximum, Optional<Long> sample) {

    public static final ExpectedRecords UNKNOWN =
            new ExpectedRecords(Optional.empty(), Optional.empty(), Optional.empty());
}
