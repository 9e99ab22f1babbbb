package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;

/// The rows of a sheet of an OpenDocument spreadsheet (.ods), streamed out of `content.xml`.
///
/// Repeated cells and rows are written out only as far as they are filled.
final class OdsRows implements TableRows {
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_REPEATS = 1_048_576;

    private final SourceBytes file;
    private final ZipFile zip;
    private final LimitedInput content;
    private final XMLStreamReader reader;
    private final double share;
    private List<String> cells = List.of();
    private long line;
    private int repeats;
    private int skipped;

    OdsRows(LogicalSource source) throws IOException {
        this.file = SourceBytes.unread(source.file());
        String name = String.valueOf(source.file().getFileName());
        this.zip = Archives.zip(source.file());
        try {
            ZipEntry entry = Objects.requireNonNull(zip.getEntry("content.xml"));
            long packed = Math.max(1, entry.getCompressedSize());
            this.content = LimitedInput.unpacking(zip.getInputStream(entry), () -> packed, name);
            this.share = (double) Files.size(source.file()) / Math.max(1, entry.getSize());
            this.reader = SafeXml.reader(content);
            toSheet(source.container().sheet());
        } catch (ZipException broken) {
            zip.close();
            throw new BrokenSourceException("broken-archive", -1, name + " is broken: " + broken.getMessage());
        } catch (IOException | RuntimeException broken) {
            zip.close();
            throw broken;
        }
    }

    private void toSheet(String wanted) throws IOException {
        List<String> names = new ArrayList<>();
        int event = reader.getEventType();
        while (event != XMLStreamReader.END_DOCUMENT) {
            if (event == XMLStreamReader.START_ELEMENT && is(TABLE, "table")) {
                String name = attribute(TABLE, "name");
                names.add(name);
                boolean found = wanted.isEmpty() || wanted.equals(name) || wanted.equals(String.valueOf(names.size()));
                if (found) {
                    return;
                }
            }
            event = SafeXml.next(reader);
        }
        throw SheetChoice.missing(wanted, names);
    }

    @Override
    public void skipLines(int count) {
        skipped = count;
    }

    @Override
    public boolean next() throws IOException {
        if (repeats > 0) {
            repeats--;
            line++;
            return true;
        }
        while (toRow()) {
            int count = number("number-rows-repeated", MOST_REPEATS);
            List<String> texts = row();
            long first = line + 1;
            line += count;
            boolean filled = texts.stream().anyMatch(text -> !text.isEmpty());
            if (filled && line > skipped) {
                cells = texts;
                long from = Math.max(first, skipped + 1L);
                repeats = (int) (line - from);
                line = from;
                return true;
            }
        }
        return false;
    }

    /// Stands on the next row of the sheet; false at the sheet's end.
    private boolean toRow() throws IOException {
        while (true) {
            int event = SafeXml.next(reader);
            if (event == XMLStreamReader.END_DOCUMENT || (event == XMLStreamReader.END_ELEMENT && is(TABLE, "table"))) {
                return false;
            }
            if (event == XMLStreamReader.START_ELEMENT && is(TABLE, "table-row")) {
                return true;
            }
        }
    }

    private List<String> row() throws IOException {
        List<String> texts = new ArrayList<>();
        int empty = 0;
        while (true) {
            int event = SafeXml.next(reader);
            if (event == XMLStreamReader.END_ELEMENT && is(TABLE, "table-row")) {
                return texts;
            }
            if (event == XMLStreamReader.START_ELEMENT
                    && (is(TABLE, "table-cell") || is(TABLE, "covered-table-cell"))) {
                int count = number("number-columns-repeated", MOST_REPEATS);
                String text = cell();
                if (text.isEmpty()) {
                    empty += count;
                    continue;
                }
                if (texts.size() + (long) empty + count > MOST_COLUMNS) {
                    throw new BrokenSourceException("too-large", line, "a row has more than 16,384 cells");
                }
                for (; empty > 0; empty--) {
                    texts.add("");
                }
                for (int i = 0; i < count; i++) {
                    texts.add(text);
                }
            }
        }
    }

    private String cell() throws IOException {
        String type = attribute(OFFICE, "value-type");
        String value = switch (type) {
            case "float", "percentage", "currency" -> plain(attribute(OFFICE, "value"));
            case "date" -> attribute(OFFICE, "date-value").replaceFirst("T00:00:00(\\.0+)?$", "");
            case "time" -> attribute(OFFICE, "time-value");
            case "boolean" -> attribute(OFFICE, "boolean-value").toLowerCase(Locale.ROOT);
            default -> attribute(OFFICE, "string-value");
        };
        String text = paragraphs();
        return value.isEmpty() && !text.startsWith("#") ? text : value;
    }

    private static String plain(String number) {
        try {
            return SheetChoice.plain(new BigDecimal(number));
        } catch (NumberFormatException none) {
            return number;
        }
    }

    /// The text of the cell up to its end; notes of reviewers are none.
    private String paragraphs() throws IOException {
        var text = new StringBuilder();
        int depth = 1;
        int annotation = 0;
        int paragraphs = 0;
        while (depth > 0) {
            int event = SafeXml.next(reader);
            if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
                if (is(OFFICE, "annotation")) {
                    annotation = depth;
                } else if (annotation == 0 && reader.getNamespaceURI().equals(TEXT)) {
                    if (reader.getLocalName().equals("p") && paragraphs++ > 0) {
                        text.append('\n');
                    }
                    text.append(blank());
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                annotation = depth == annotation ? 0 : annotation;
                depth--;
            } else if (event == XMLStreamReader.CHARACTERS && annotation == 0 && paragraphs > 0) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    /// What a blank-like element of a paragraph stands for.
    private String blank() {
        return switch (reader.getLocalName()) {
            case "s" -> " ".repeat(Math.min(1_000, parse(attribute(TEXT, "c"), 1)));
            case "tab" -> "\t";
            case "line-break" -> "\n";
            default -> "";
        };
    }

    private boolean is(String space, String name) {
        return reader.getLocalName().equals(name) && space.equals(reader.getNamespaceURI());
    }

    private String attribute(String space, String name) {
        String value = reader.getAttributeValue(space, name);
        return value == null ? "" : value;
    }

    private int number(String name, int most) {
        return Math.clamp(parse(attribute(TABLE, name), 1), 1, most);
    }

    private static int parse(String number, int otherwise) {
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : otherwise;
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
        return "ODS";
    }

    @Override
    public long bytesRead() {
        return (long) (content.bytes() * share);
    }

    @Override
    public String sha256() throws IOException {
        return file.sha256();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
