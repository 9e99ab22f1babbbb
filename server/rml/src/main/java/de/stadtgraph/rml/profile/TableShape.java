package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.rules.Container;
import de.stadtgraph.rml.rules.Dialect;
import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.Unpivot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out how a table is written: text in some dialect, or a sheet. Stateless.
final class TableShape {
    private static final int ROWS = 150;
    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");

    private TableShape() {}

    static SourceShape find(Path file, FileForm form, ProfileLimits limits) throws IOException, ProfileException {
        boolean sheet = form.kind() == FileForm.Kind.WORKBOOK;
        String encoding = sheet ? "" : TextEncoding.of(form.head());
        String text = sheet ? "" : TextEncoding.decode(form.head());
        char delimiter = sheet ? ',' : DelimiterGuess.of(text);
        Dialect start = Dialect.standard().withDelimiter(delimiter);
        LogicalSource source = LogicalSource.of("data", file, Format.CSV)
                .withContainer(new Container(Container.Compression.DETECTED, form.member(), ""))
                .withDialect(start, encoding);
        List<RawRows.Row> rows = RawRows.first(source, ROWS);
        if (rows.isEmpty()) {
            throw new ProfileException(file, "no row of a table could be read in it.");
        }
        if (!sheet && rows.stream().noneMatch(row -> row.cells().size() > 1) && isProse(rows)) {
            throw new ProfileException(file, "the file holds running text, no table; give the file with the data.");
        }
        List<String> notes = new ArrayList<>();
        HeaderGuess header = HeaderGuess.of(rows, sheet ? 0 : DelimiterGuess.widest(text, delimiter));
        boolean marked = text.startsWith("\uFEFF");
        LogicalSource shaped = source.withDialect(dialect(source.dialect(), header, rows), encoding);
        note(header, notes);
        List<String> names = header.distinctNames();
        return new SourceShape(
                form,
                shaped,
                encoding,
                header.areNamesPlain(),
                sheet ? "" : above(text, header, marked),
                names,
                fields(names, shaped.dialect().unpivot()),
                fields(names, shaped.dialect().unpivot()),
                notes);
    }

    private static Dialect dialect(Dialect start, HeaderGuess header, List<RawRows.Row> rows) {
        boolean blanks = hasOuterBlanks(rows);
        List<String> columns = header.areNamesPlain() && !blanks ? List.of() : header.distinctNames();
        boolean narrow = rows.stream().anyMatch(row -> row.cells().size() < header.width());
        return new Dialect(
                start.delimiter(),
                start.quote(),
                header.headerRows(),
                header.skipRows(),
                columns,
                narrow,
                blanks,
                stopAt(rows),
                0,
                unpivot(header).orElse(null));
    }

    private static boolean hasOuterBlanks(List<RawRows.Row> rows) {
        long padded = rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.isBlank() && !cell.equals(cell.strip()))
                .count();
        long cells = rows.stream().mapToLong(row -> row.cells().size()).sum();
        return padded * 20 > cells;
    }

    /// A line of underscores or dashes ends the table of statistical offices.
    private static String stopAt(List<RawRows.Row> rows) {
        return rows.stream()
                        .anyMatch(row ->
                                !row.cells().isEmpty() && row.cells().getFirst().matches("_{3,}|-{5,}|={5,}"))
                ? "^(_{3,}|-{5,}|={5,})$"
                : "";
    }

    /// At least three headers of one pattern of dates or years: a wide table.
    private static Optional<Unpivot> unpivot(HeaderGuess header) {
        if (header.headerRows() == 0) {
            return Optional.empty();
        }
        return WideColumns.pattern(header.names()).map(pattern -> new Unpivot(pattern, "date", "value"));
    }

    private static List<String> fields(List<String> names, @org.jspecify.annotations.Nullable Unpivot unpivot) {
        if (unpivot == null) {
            return names;
        }
        List<String> fields = new ArrayList<>(
                names.stream().filter(name -> !name.matches(unpivot.columns())).toList());
        fields.add(unpivot.nameField());
        fields.add(unpivot.valueField());
        return fields;
    }

    /// Whether nothing but its first rows tells how many columns a table has.
    static boolean isWidthGuessed(SourceShape shape) {
        Dialect dialect = shape.source().dialect();
        return shape.isTable() && dialect.headerRows() == 0 && dialect.unpivot() == null;
    }

    /// The same with more columns at the end.
    static SourceShape widened(SourceShape shape, int more) {
        List<String> names = new ArrayList<>(shape.fields());
        for (int i = 0; i < more; i++) {
            names.add("spalte" + (names.size() + 1));
        }
        Dialect old = shape.source().dialect();
        Dialect wide = new Dialect(
                old.delimiter(),
                old.quote(),
                old.headerRows(),
                old.skipRows(),
                names,
                true,
                old.trim(),
                old.stopAt(),
                old.footerRows(),
                null);
        return new SourceShape(
                shape.form(),
                shape.source().withDialect(wide, shape.encoding()),
                shape.encoding(),
                false,
                shape.above(),
                names,
                names,
                names,
                shape.notes());
    }

    /// Number of columns up to the last one that holds a value.
    static int lastFilled(List<FieldProfile> fields) {
        int width = fields.size();
        while (width > 1 && fields.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    private static boolean isProse(List<RawRows.Row> rows) {
        long sentences = rows.stream()
                .filter(row -> !row.cells().isEmpty() && row.cells().getFirst().split(" ", -1).length > 4)
                .count();
        return rows.size() < 2 || sentences * 2 > rows.size();
    }

    private static void note(HeaderGuess header, List<String> notes) {
        if (header.headerRows() == 0) {
            notes.add(
                    "The table has no header: the names of its columns are made up. Put the owner's names in their place.");
        }
        if (header.skipRows() > 0) {
            notes.add(header.skipRows() + " lines above the table are passed over.");
        }
    }

    /// The physical lines above the first record, for the sample.
    private static String above(String text, HeaderGuess header, boolean marked) {
        int start = marked ? 1 : 0;
        Matcher ends = LINE_END.matcher(text).region(start, text.length());
        int end = start;
        for (long line = 0; line < header.lastLine(); line++) {
            if (!ends.find()) {
                return text.substring(start) + "\n";
            }
            end = ends.end();
        }
        return text.substring(start, end);
    }
}
