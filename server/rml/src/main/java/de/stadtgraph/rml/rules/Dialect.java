package de.stadtgraph.rml.rules;

import java.util.List;

/// The dialect of a CSV file (CSVW metadata vocabulary, section "Dialect Descriptions").
///
/// @param delimiter an ASCII character
/// @param quote an ASCII character, 0 for none
/// @param skipRows lines above the header
/// @param columns names of `csvw:tableSchema`, or empty
/// @param fillShortRows `sg:shortRows "fill"`: missing cells at the end are empty; otherwise the row is rejected
/// @param trim whether blanks around cells are cut
public record Dialect(
        char delimiter,
        char quote,
        boolean header,
        int skipRows,
        List<String> columns,
        boolean fillShortRows,
        boolean trim) {
    /// Comma, double quotes, one header line.
    public static Dialect standard() {
        return new Dialect(',', '"', true, 0, List.of(), false, false);
    }
}
