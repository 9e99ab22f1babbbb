package de.stadtgraph.rml.profile;

import java.util.List;
import java.util.Optional;

/// Headers that are periods: each such column is an observation, not a property. Stateless.
final class WideColumns {
    private static final int LEAST = 3;
    private static final List<String> PATTERNS = List.of(
            "^\\d{2}\\.\\d{2}\\.\\d{4}$",
            "^\\d{4}-\\d{2}-\\d{2}$",
            "^(19|20)\\d{2}$",
            "^(19|20)\\d{2}[-/](0[1-9]|1[0-2])$",
            "^[\\p{L}][\\p{L} .-]* (19|20)\\d{2}$");

    private WideColumns() {}

    /// The first pattern that at least three headers match.
    static Optional<String> pattern(List<String> headers) {
        return PATTERNS.stream()
                .filter(pattern -> headers.stream()
                                .filter(header -> header.matches(pattern))
                                .distinct()
                                .count()
                        >= LEAST)
                .findFirst();
    }
}
