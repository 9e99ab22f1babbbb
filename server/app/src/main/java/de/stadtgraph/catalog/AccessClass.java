package de.stadtgraph.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who may see a dataset's content (privacy rule P8). Only `open` data become releases.
public enum AccessClass {
    OPEN,
    INTERNAL,
    PERSONAL;

    /// The notation in the concept scheme `access-class`.
    public String notation() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AccessClass> ofNotation(String notation) {
        return Arrays.stream(values())
                .filter(value -> value.notation().equals(notation))
                .findFirst();
    }
}
