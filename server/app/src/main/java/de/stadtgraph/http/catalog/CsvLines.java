package de.stadtgraph.http.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Lines of a table as text (RFC 4180). In the form for spreadsheets a semicolon parts the cells, numbers have a comma,
/// and a cell that a spreadsheet would run as a formula is marked as text. Immutable.
enum CsvLines {
    CSV(","),
    TSV("\t"),
    EXCEL(";");

    private final String separator;

    CsvLines(String separator) {
        this.separator = separator;
    }

    byte[] line(List<String> cells) {
        var line = new StringBuilder();
        for (int at = 0; at < cells.size(); at++) {
            line.append(at == 0 ? "" : separator).append(cell(cells.get(at)));
        }
        return line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What stands before the first line.
    byte[] start() {
        return this == EXCEL ? new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF} : new byte[0];
    }

    private String cell(String text) {
        return switch (this) {
            case CSV -> quoted(text);
            case TSV -> text.replaceAll("[\\t\\r\\n]+", " ");
            case EXCEL -> quoted(guarded(text));
        };
    }

    private String quoted(String text) {
        boolean plain =
                !text.contains(separator) && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String guarded(String text) {
        if (text.matches("-?[0-9]+\\.[0-9]+")) {
            return text.replace('.', ',');
        }
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9]+");
        return formula ? "'" + text : text;
    }
}
