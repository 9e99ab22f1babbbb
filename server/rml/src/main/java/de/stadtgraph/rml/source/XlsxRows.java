package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet of an Excel workbook (.xlsx). Hidden rows count like others; a formula is its stored result.
///
/// The workbook's shared strings are held in memory (128 MB of XML at most).
final class XlsxRows implements TableRows {
    private static final long MOST_STRINGS = 128 << 20;

    private final SourceBytes file;
    private final long size;
    private final ReadableWorkbook workbook;
    private final Iterator<Row> rows;
    private List<String> cells = List.of();
    private long line;
    private int skipped;

    XlsxRows(LogicalSource source) throws IOException {
        checkSizes(source);
        this.file = SourceBytes.unread(source.file());
        this.size = Files.size(source.file());
        try {
            this.workbook = new ReadableWorkbook(source.file().toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException | IllegalArgumentException broken) {
            throw broken(broken);
        }
        try {
            this.rows = sheet(source.container().sheet()).openStream().iterator();
        } catch (IOException | RuntimeException broken) {
            workbook.close();
            throw broken;
        }
    }

    /// The reader of the workbook trusts sizes, so all members are unpacked once and counted before it is opened.
    private static void checkSizes(LogicalSource source) throws IOException {
        String name = String.valueOf(source.file().getFileName());
        try (ZipFile zip = Archives.zip(source.file())) {
            for (ZipEntry entry : zip.stream().toList()) {
                long packed = Math.max(1, entry.getCompressedSize());
                boolean strings = entry.getName().endsWith("sharedStrings.xml");
                try (InputStream content = strings
                        ? new LimitedInput(
                                zip.getInputStream(entry), MOST_STRINGS, name + " has more than 128 MB of texts")
                        : LimitedInput.unpacking(zip.getInputStream(entry), () -> packed, name)) {
                    content.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        } catch (java.util.zip.ZipException broken) {
            throw broken(broken);
        }
    }

    private Sheet sheet(String wanted) throws BrokenSourceException {
        List<Sheet> sheets = workbook.getSheets().toList();
        List<String> names = sheets.stream().map(Sheet::getName).toList();
        return SheetChoice.choose(names, wanted, index -> sheets.get(index).getVisibility() == SheetVisibility.VISIBLE)
                .map(sheets::get)
                .orElseThrow(() -> SheetChoice.missing(wanted, names));
    }

    @Override
    public void skipLines(int count) {
        skipped = count;
    }

    @Override
    public boolean next() throws IOException {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                line = row.getRowNum();
                List<String> texts = line <= skipped ? List.of() : texts(row);
                if (texts.stream().anyMatch(text -> !text.isEmpty())) {
                    cells = texts;
                    return true;
                }
            }
        } catch (ExcelReaderException | IllegalArgumentException | java.io.UncheckedIOException broken) {
            throw broken(broken);
        }
        return false;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Optional<Cell> cell = row.getOptionalCell(i);
            texts.add(cell.map(XlsxRows::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            String letters = letters(cell.getDataFormatString());
            return isDate(letters) ? date(cell, letters.indexOf('h') >= 0) : SheetChoice.plain(cell.asNumber());
        }
        if (cell.getType() == CellType.FORMULA && cell.getValue() == null) {
            return "";
        }
        return switch (cell.getType()) {
            case BOOLEAN -> String.valueOf(cell.getValue());
            case ERROR, EMPTY -> "";
            case FORMULA -> stored(cell);
            case NUMBER, STRING -> cell.getText();
        };
    }

    /// The result that was stored with a formula.
    private static String stored(Cell cell) {
        String raw = cell.getRawValue() == null ? cell.getText() : cell.getRawValue();
        return switch (cell.getValue()) {
            case java.math.BigDecimal number -> SheetChoice.plain(number);
            case Boolean truth -> truth.toString();
            case Object _ -> raw.startsWith("#") ? "" : raw;
        };
    }

    /// A day, with its time where it has one or where the format shows hours.
    private static String date(Cell cell, boolean hours) {
        LocalDateTime moment = cell.asDate();
        return !hours && moment.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.withNano(0));
    }

    /// The letters of a number format outside quotes and brackets.
    private static String letters(@Nullable String format) {
        return format == null || format.equalsIgnoreCase("General")
                ? ""
                : format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"", "")
                        .replaceAll("\\\\.", "")
                        .replaceAll("\\[(?!h+]|m+]|s+])[^\\]]*]", "");
    }

    /// Whether a number format shows days or times.
    private static boolean isDate(String letters) {
        return letters.chars().anyMatch(c -> "dmyhs".indexOf(c) >= 0)
                && letters.chars().noneMatch(c -> c == '#');
    }

    private static BrokenSourceException broken(Exception broken) {
        return new BrokenSourceException("broken-workbook", -1, "the workbook cannot be read: " + broken.getMessage());
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public boolean isRagged() {
        return true;
    }

    @Override
    public String encoding() {
        return "XLSX";
    }

    @Override
    public long bytesRead() {
        return size;
    }

    @Override
    public String sha256() throws IOException {
        return file.sha256();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
