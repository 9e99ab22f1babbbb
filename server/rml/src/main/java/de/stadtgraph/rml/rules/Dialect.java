package de.stadtgraph.rml.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The dialect of a table (CSVW metadata vocabulary, section "Dialect Descriptions"), and what CSVW has no word for.
///
/// @param delimiter an ASCII character
/// @param quote an ASCII character, 0 for none
/// @param headerRows `csvw:headerRowCount`; 0 with `csvw:header false`
/// @param skipRows lines above the header
/// @param columns names of `csvw:tableSchema`, or empty
/// @param fillShortRows `sg:shortRows "fill"`: missing cells at the end are empty; otherwise the row is rejected
/// @param trim whether blanks around cells are cut
/// @param stopAt `sg:stopAt`: a pattern found in the first cell of the row where the table ends; empty: at the end
/// @param footerRows `sg:footerRows`: rows at the end that are none
/// @param unpivot `sg:unpivot`
public record Dialect(
        char delimiter,
        char quote,
        int headerRows,
        int skipRows,
        List<String> columns,
        boolean fillShortRows,
        boolean trim,
        String stopAt,
        int footerRows,
        @Nullable Unpivot unpivot) {
    public Dialect {
        columns = List.copyOf(columns);
    }

    /// Written out: see [LogicalSource#equals].
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Dialect that
                        && delimiter == that.delimiter
                        && quote == that.quote
                        && headerRows == that.headerRows
                        && skipRows == that.skipRows
                        && fillShortRows == that.fillShortRows
                        && trim == that.trim
                        && footerRows == that.footerRows
                        && columns.equals(that.columns)
                        && stopAt.equals(that.stopAt)
                        && Objects.equals(unpivot, that.unpivot));
    }

    @Override
    public int hashCode() {
        return 31 * delimiter + columns.hashCode();
    }

    /// Comma, double quotes, one header line.
    public static Dialect standard() {
        return new Dialect(',', '"', 1, 0, List.of(), false, false, "", 0, null);
    }

    /// The same with another delimiter.
    public Dialect withDelimiter(char other) {
        return new Dialect(
                other, quote, headerRows, skipRows, columns, fillShortRows, trim, stopAt, footerRows, unpivot);
    }

    /// The same with other rows above the data.
    public Dialect withHeader(int rows, int skipped) {
        return new Dialect(delimiter, quote, rows, skipped, columns, fillShortRows, trim, stopAt, footerRows, unpivot);
    }

    /// The same for rows that may lack cells at their end.
    public Dialect fillingShortRows() {
        return new Dialect(delimiter, quote, headerRows, skipRows, columns, true, trim, stopAt, footerRows, unpivot);
    }
}
