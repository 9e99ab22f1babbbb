package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Dialect;
import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A CSV file (`rml:CSV`, CSVW dialects). Not thread-safe.
final class CsvSource implements RecordSource {
    private final LogicalSource source;
    private final CountedFile file;
    private final Encodings encoding;
    private final CsvScanner rows;
    private final List<String> columns;
    private final long[] filled;
    private boolean firstRowIsPending;
    private long number;

    private CsvSource(LogicalSource source, CountedFile file) throws IOException {
        this.source = source;
        this.file = file;
        this.encoding = Encodings.of(file, source.encoding());
        this.rows = new CsvScanner(encoding.bytes(), encoding.charset(), source.dialect());
        this.columns = List.copyOf(readColumns());
        this.filled = new long[columns.size()];
        Columns.requireDistinct(columns, source.name());
    }

    static CsvSource open(LogicalSource source) throws IOException {
        CountedFile file = CountedFile.open(source.file());
        try {
            return new CsvSource(source, file);
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    List<String> columns() {
        return columns;
    }

    private List<String> readColumns() throws IOException {
        Dialect dialect = source.dialect();
        rows.skipLines(dialect.skipRows());
        boolean any = rows.next();
        if (any && rows.fault() != null) {
            throw new BrokenSourceException(
                    "broken-header",
                    rows.line(),
                    "the first row of " + source.name() + " cannot be read: "
                            + rows.fault().name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT));
        }
        List<String> names = new ArrayList<>(dialect.columns());
        if (dialect.header() && names.isEmpty()) {
            names.addAll(rows.cells());
        }
        firstRowIsPending = any && !dialect.header();
        if (names.isEmpty()) {
            for (int i = 1; i <= rows.cells().size(); i++) {
                names.add("_col." + i);
            }
        }
        return names;
    }

    @Override
    public Optional<ReadOutcome> next() throws IOException {
        if (!firstRowIsPending && !rows.next()) {
            return Optional.empty();
        }
        firstRowIsPending = false;
        number++;
        RecordFault fault = rows.fault() == null ? width() : rows.fault();
        if (fault != null) {
            return Optional.of(new ReadOutcome.Broken(number, rows.line(), fault));
        }
        CsvRecord record = new CsvRecord(rows.cells(), source.nullTokens());
        count(record);
        return Optional.of(new ReadOutcome.Read(number, rows.line(), record));
    }

    private @org.jspecify.annotations.Nullable RecordFault width() {
        int width = rows.cells().size();
        if (width > columns.size()) {
            return RecordFault.TOO_MANY_FIELDS;
        }
        return width < columns.size() && !source.dialect().fillShortRows() ? RecordFault.TOO_FEW_FIELDS : null;
    }

    private void count(CsvRecord record) {
        List<String> cells = record.cells();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty() && !source.nullTokens().contains(cell)) {
                filled[i]++;
            }
        }
    }

    @Override
    public long bytesRead() {
        return file.bytes();
    }

    @Override
    public String sha256() {
        return file.sha256();
    }

    @Override
    public String encoding() {
        return encoding.name();
    }

    @Override
    public List<FieldCount> fields() {
        List<FieldCount> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.add(new FieldCount(columns.get(i), filled[i]));
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
