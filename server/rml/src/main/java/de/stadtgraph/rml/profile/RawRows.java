package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.rules.Dialect;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.source.Column;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The first rows of a table as the engine cuts them, before anything is known of a header. Stateless.
final class RawRows {
    /// More columns than this are no table that a person can map.
    static final int MOST_COLUMNS = 600;

    /// @param cells without the empty ones at the end
    record Row(List<String> cells, long line) {
        int filled() {
            return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
        }

        /// The line it ends in: cells may hold line ends.
        long lastLine() {
            return line
                    + cells.stream()
                            .mapToLong(cell -> (cell + "|").lines().count() - 1)
                            .sum();
        }
    }

    private RawRows() {}

    /// Rows that cannot be read are passed over.
    static List<Row> first(LogicalSource source, int most) throws IOException {
        Dialect dialect = source.dialect();
        List<String> names = IntStream.rangeClosed(1, MOST_COLUMNS)
                .mapToObj(i -> "_col." + i)
                .toList();
        Dialect raw = new Dialect(dialect.delimiter(), dialect.quote(), 0, 0, names, true, dialect.trim(), "", 0, null);
        List<Row> rows = new ArrayList<>();
        try (RecordSource records = SourceFormat.open(source.withDialect(raw, source.encoding()))) {
            for (Optional<ReadOutcome> next = records.next();
                    next.isPresent() && rows.size() < most;
                    next = records.next()) {
                if (next.get() instanceof ReadOutcome.Read read) {
                    rows.add(new Row(cells(read.record(), MOST_COLUMNS), read.line()));
                }
            }
        }
        return rows;
    }

    /// The cells of a row, without the empty ones at the end.
    static List<String> cells(SourceRecord record, int width) {
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        int last = 0;
        for (int i = 0; i < width; i++) {
            List<Value> values = record.values(new Column(i, ""));
            if (!values.isEmpty()) {
                String text = values.getFirst().text();
                cells.set(i, text);
                last = text.isEmpty() ? last : i + 1;
            }
        }
        return List.copyOf(cells.subList(0, last));
    }
}
