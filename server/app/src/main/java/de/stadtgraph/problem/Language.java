package de.stadtgraph.problem;

import java.util.Locale;

/// A language of pages and messages.
public enum Language {
    DE,
    EN;

    /// The BCP 47 tag.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The locale of numbers and dates.
    public Locale locale() {
        return switch (this) {
            case DE -> Locale.GERMANY;
            case EN -> Locale.UK;
        };
    }
}
