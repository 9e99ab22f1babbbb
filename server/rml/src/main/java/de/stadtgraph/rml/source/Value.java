package de.stadtgraph.rml.source;

/// A value found in a record: its text, and what the format says it is. Immutable.
///
/// @param text numbers keep their digits; a node is JSON text
public record Value(String text, Kind kind) {
    /// What the format says of a value.
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /// A number of SQL with a floating point; `INF` and `NaN` are some.
        FLOATING,
        /// A number of SQL that is exact.
        DECIMAL,
        DATE,
        TIME,
        DATE_TIME,
        /// Hexadecimal.
        BINARY,
        NODE
    }

    /// A value of a format that knows only text.
    public static Value text(String text) {
        return new Value(text, Kind.TEXT);
    }
}
