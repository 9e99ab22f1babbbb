package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Dialect;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Unpivot;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A table as records: header, footer, rows that become several records. Not thread-safe.
final class TableSource implements RecordSource {
    private final LogicalSource source;
    private final TableRows rows;
    private final List<String> header;
    private final List<String> columns;
    private final List<Integer> kept = new ArrayList<>();
    private final List<Integer> turned = new ArrayList<>();
    private final @Nullable Pattern stopAt;
    private final long[] filled;
    private final Deque<ReadOutcome> ready = new ArrayDeque<>();
    private final Deque<RawRow> ahead = new ArrayDeque<>();
    private boolean firstRowIsPending;
    private boolean ended;
    private long number;

    /// A row as it was read.
    private record RawRow(
            List<String> cells,
            List<Value.Kind> kinds,
            long line,
            @Nullable RecordFault fault) {}

    private TableSource(LogicalSource source, TableRows rows) throws IOException {
        this.source = source;
        this.rows = rows;
        this.stopAt = stopAt(source);
        this.header = List.copyOf(readHeader());
        Columns.requireDistinct(header, source.name());
        this.columns = List.copyOf(unpivot());
        this.filled = new long[columns.size()];
    }

    static TableSource open(LogicalSource source) throws IOException {
        TableRows rows = rows(source);
        try {
            return new TableSource(source, rows);
        } catch (IOException | RuntimeException broken) {
            rows.close();
            throw broken;
        }
    }

    private static TableRows rows(LogicalSource source) throws IOException {
        return switch (source.format()) {
            case SQL -> new SqlRows(source);
            case SPARQL, SPARQL_CSV -> new SolutionRows(source);
            case CSV, JSON, XML ->
                switch (FileKind.of(source.file())) {
                    case XLSX -> new XlsxRows(source);
                    case ODS -> new OdsRows(source);
                    case PLAIN, GZIP, XZ, ZIP, OLD_EXCEL -> new CsvRows(source);
                };
        };
    }

    List<String> columns() {
        return columns;
    }

    private static @Nullable Pattern stopAt(LogicalSource source) {
        String pattern = source.dialect().stopAt();
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException broken) {
            throw new RuleException("dialect", source.line(), "sg:stopAt is no pattern: " + broken.getDescription());
        }
    }

    private List<String> readHeader() throws IOException {
        Dialect dialect = source.dialect();
        rows.skipLines(dialect.skipRows());
        List<List<String>> lines = new ArrayList<>();
        int wanted = Math.max(1, dialect.headerRows());
        while (lines.size() < wanted && rows.next()) {
            if (rows.fault() != null) {
                throw brokenHeader(rows.fault());
            }
            lines.add(rows.cells());
        }
        firstRowIsPending = dialect.headerRows() == 0 && !lines.isEmpty();
        if (!dialect.columns().isEmpty()) {
            return dialect.columns();
        }
        return TableHeader.names(lines, dialect.headerRows() > 0, rows.isRagged());
    }

    private BrokenSourceException brokenHeader(RecordFault fault) {
        String reason = fault == RecordFault.BAD_ENCODING
                ? "is not " + rows.encoding()
                        + "; state the file's encoding in the mapping (rml:encoding \"windows-1252\", if it comes from an"
                        + " older Windows) or convert it"
                : "cannot be read: " + fault.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        String place = source.file().getFileName() + ":" + rows.line();
        return new BrokenSourceException("broken-header", rows.line(), place + ": the first row " + reason);
    }

    /// The names of a record's fields: the columns, or what unpivoting makes of them.
    private List<String> unpivot() {
        Unpivot unpivot = source.dialect().unpivot();
        List<String> names = new ArrayList<>();
        Pattern pattern = unpivot == null ? null : Pattern.compile(unpivot.columns());
        for (int i = 0; i < header.size(); i++) {
            if (pattern != null && pattern.matcher(header.get(i)).matches()) {
                turned.add(i);
            } else {
                kept.add(i);
                names.add(header.get(i));
            }
        }
        if (unpivot != null) {
            if (turned.isEmpty()) {
                throw new RuleException(
                        "unpivot", source.line(), "sg:columns `" + unpivot.columns() + "` matches no column");
            }
            names.add(unpivot.nameField());
            names.add(unpivot.valueField());
        }
        return names;
    }

    @Override
    public Optional<ReadOutcome> next() throws IOException {
        while (ready.isEmpty()) {
            RawRow row = row();
            if (row == null) {
                return Optional.empty();
            }
            RecordFault fault = row.fault() == null ? width(row.cells()) : row.fault();
            if (fault != null) {
                return Optional.of(new ReadOutcome.Broken(++number, row.line(), fault));
            }
            if (turned.isEmpty()) {
                return Optional.of(record(row.cells(), row.kinds(), row.line()));
            }
            turn(row);
        }
        return Optional.of(ready.remove());
    }

    @Override
    public Optional<RecordBatch> nextBatch() throws IOException {
        Dialect dialect = source.dialect();
        boolean plain = rows instanceof CsvRows
                && !firstRowIsPending
                && stopAt == null
                && turned.isEmpty()
                && dialect.footerRows() == 0
                && !dialect.trim();
        if (!plain) {
            return RecordSource.super.nextBatch();
        }
        Optional<CsvRows.Rest> rest = ((CsvRows) rows).rest();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        var shape = new CellBatch.Shape(
                columns.size(), dialect.fillShortRows(), NullTokens.of(source.nullTokens()), filled);
        var batch = new CellBatch(rest.get(), shape, number + 1);
        number += batch.records();
        return Optional.of(batch);
    }

    /// The next row that belongs to the table, or null.
    private @Nullable RawRow row() throws IOException {
        int footer = source.dialect().footerRows();
        while (!ended && ahead.size() <= footer) {
            if (!firstRowIsPending && !rows.next()) {
                ended = true;
                break;
            }
            firstRowIsPending = false;
            List<String> cells = rows.cells();
            if (stopAt != null
                    && !cells.isEmpty()
                    && stopAt.matcher(cells.getFirst()).find()) {
                ended = true;
                break;
            }
            ahead.add(new RawRow(cells, rows.kinds(), rows.line(), rows.fault()));
        }
        return ahead.size() > footer ? ahead.poll() : null;
    }

    private void turn(RawRow row) {
        for (int column : turned) {
            List<String> cells = new ArrayList<>(columns.size());
            for (int index : kept) {
                cells.add(cell(row, index));
            }
            cells.add(header.get(column));
            cells.add(cell(row, column));
            ready.add(record(cells, List.of(), row.line()));
        }
    }

    private static String cell(RawRow row, int index) {
        return index < row.cells().size() ? row.cells().get(index) : "";
    }

    private ReadOutcome record(List<String> cells, List<Value.Kind> kinds, long line) {
        for (int i = 0; i < Math.min(filled.length, cells.size()); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty() && !source.nullTokens().contains(cell)) {
                filled[i]++;
            }
        }
        return new ReadOutcome.Read(++number, line, new TableRecord(cells, kinds, source.nullTokens()));
    }

    private @Nullable RecordFault width(List<String> cells) {
        int width = cells.size();
        if (rows.isRagged()) {
            while (width > header.size() && cells.get(width - 1).isEmpty()) {
                width--;
            }
        }
        if (width > header.size()) {
            return RecordFault.TOO_MANY_FIELDS;
        }
        boolean fills = rows.isRagged() || source.dialect().fillShortRows();
        return width < header.size() && !fills ? RecordFault.TOO_FEW_FIELDS : null;
    }

    @Override
    public void withoutDigest() {
        rows.withoutDigest();
    }

    @Override
    public long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public String sha256() throws IOException {
        return rows.sha256();
    }

    @Override
    public String encoding() {
        return rows.encoding();
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
        rows.close();
    }
}
