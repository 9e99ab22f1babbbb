package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the header of a table: title lines above it have few cells, its cells are unlike those below. Immutable.
///
/// @param skipRows lines above the header
/// @param headerRows number of its rows; 0 where there is none
/// @param lastLine the line its last row ends in; where there is none, the last line above the table
/// @param width number of columns
/// @param names the names; of a table without header made up
/// @param exact whether they stand so in the file, without blanks around them
record HeaderGuess(int skipRows, int headerRows, long lastLine, int width, List<String> names, boolean exact) {
    private static final int MOST_TITLES = 30;
    private static final int MOST_HEADER_ROWS = 4;

    /// @param widest the most cells of a row, where more rows were counted than are given
    static HeaderGuess of(List<RawRows.Row> rows, int widest) {
        int width = width(rows);
        int first = firstFull(rows, width);
        if (!isHeader(rows, first)) {
            int wide = Math.max(width, Math.min(widest, RawRows.MOST_COLUMNS));
            long above = Math.max(0, rows.get(first).line() - 1);
            return new HeaderGuess((int) above, 0, above, wide, madeUp(wide), true);
        }
        int count = headerRows(rows, first);
        long above = rows.get(first).line() - 1;
        boolean exact = count > 1
                || rows.get(first).cells().stream()
                        .allMatch(cell -> cell.strip().length() == cell.length());
        List<RawRows.Row> header = rows.subList(first, first + count);
        return new HeaderGuess((int) above, count, header.getLast().lastLine(), width, names(header, width), exact);
    }

    /// The most frequent width, or the widest row where rows lack cells at their end.
    private static int width(List<RawRows.Row> rows) {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
    }

    /// The first row that has at least half as many filled cells as the rows have at most.
    private static int firstFull(List<RawRows.Row> rows, int width) {
        int most = rows.stream()
                .skip(Math.min(rows.size() / 4, 8))
                .mapToInt(RawRows.Row::filled)
                .max()
                .orElse(width);
        for (int i = 0; i < Math.min(rows.size() - 1, MOST_TITLES); i++) {
            if (rows.get(i).filled() * 2 >= most && rows.get(i).filled() > (most > 2 ? 1 : 0)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isHeader(List<RawRows.Row> rows, int at) {
        if (rows.size() == at + 1) {
            return true;
        }
        List<String> cells = rows.get(at).cells();
        Set<String> seen = new HashSet<>();
        boolean repeats = cells.stream().anyMatch(cell -> !cell.isBlank() && !seen.add(cell));
        int unlike = 0;
        int like = 0;
        for (int column = 0; column < cells.size(); column++) {
            boolean numbers = isNumeric(rows, at + 1, column);
            boolean data = isData(cells.get(column));
            unlike += numbers && !data && !cells.get(column).isBlank() ? 1 : 0;
            like += data && !isPeriod(cells.get(column)) ? 1 : 0;
        }
        if (like > 0) {
            return unlike > 2 * like;
        }
        return unlike > 0 || (!repeats && !repeatsBelow(rows, at));
    }

    /// A row of texts above columns of texts: it is data when its cells come again below.
    private static boolean repeatsBelow(List<RawRows.Row> rows, int at) {
        List<String> cells = rows.get(at).cells();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            for (int i = at + 1; i < rows.size() && !cell.isBlank(); i++) {
                if (column < rows.get(i).cells().size()
                        && rows.get(i).cells().get(column).equals(cell)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Rows below the first that still hold no number in the columns of numbers, and leave cells empty or repeat them.
    private static int headerRows(List<RawRows.Row> rows, int first) {
        int count = 1;
        while (count < MOST_HEADER_ROWS && first + count < rows.size() - 1 && continues(rows, first + count)) {
            count++;
        }
        return count;
    }

    private static boolean continues(List<RawRows.Row> rows, int at) {
        List<String> cells = rows.get(at).cells();
        int numeric = 0;
        int texts = 0;
        for (int column = 0; column < cells.size(); column++) {
            if (isNumeric(rows, at + 1, column)) {
                numeric++;
                String cell = cells.get(column);
                texts += !cell.isBlank() && !isData(cell) && ValueForm.of(cell) != ValueForm.NOTHING ? 1 : 0;
                if (isData(cell)) {
                    return false;
                }
            }
        }
        return numeric >= 2 && texts * 2 >= numeric;
    }

    /// Whether most of the filled cells below are numbers or dates.
    private static boolean isNumeric(List<RawRows.Row> rows, int from, int column) {
        int filled = 0;
        int data = 0;
        for (int i = from; i < rows.size(); i++) {
            List<String> cells = rows.get(i).cells();
            if (column < cells.size() && !cells.get(column).isBlank()) {
                filled++;
                data += isData(cells.get(column)) ? 1 : 0;
            }
        }
        return filled > 0 && data * 10 >= filled * 7;
    }

    private static boolean isData(String cell) {
        return switch (cell.isBlank() ? ValueForm.TEXT : ValueForm.of(cell)) {
            case TEXT, NODE, BOOLEAN, NOTHING, URL -> false;
            case INTEGER,
                    ZERO_LED,
                    DECIMAL_POINT,
                    DECIMAL_COMMA,
                    UNCLEAR_POINT,
                    UNCLEAR_COMMA,
                    GROUPED_POINT,
                    GROUPED_COMMA,
                    GROUPED_BLANK,
                    FLOAT,
                    DATE_ISO,
                    DATE_GERMAN,
                    DATE_SLASH,
                    TIME_ISO,
                    TIME_GERMAN,
                    TIME_SLASH,
                    EMAIL,
                    PHONE,
                    IBAN,
                    UUID,
                    WKT,
                    EWKB,
                    GEOJSON -> true;
        };
    }

    /// A year or a date may head a column.
    private static boolean isPeriod(String cell) {
        return cell.strip().matches("(19|20)\\d{2}|\\d{2}\\.\\d{2}\\.\\d{4}|\\d{4}-\\d{2}-\\d{2}");
    }

    private static List<String> names(List<RawRows.Row> rows, int width) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            Set<String> parts = new java.util.LinkedHashSet<>();
            for (int row = 0; row < rows.size(); row++) {
                String part = cell(rows.get(row), column);
                for (int left = column - 1; part.isEmpty() && row < rows.size() - 1 && left >= 0; left--) {
                    part = cell(rows.get(row), left);
                }
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            names.add(String.join(" / ", parts));
        }
        return names;
    }

    private static String cell(RawRows.Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column).strip() : "";
    }

    private static List<String> madeUp(int width) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add("spalte" + i);
        }
        return names;
    }

    /// The names, told apart: a repeated one gets a number, an empty one a made-up name.
    List<String> distinctNames() {
        Map<String, Integer> seen = new HashMap<>();
        List<String> distinct = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).isBlank() ? "spalte" + (i + 1) : names.get(i);
            int count = seen.merge(name, 1, Integer::sum);
            distinct.add(count == 1 ? name : name + " (" + count + ")");
        }
        return distinct;
    }

    /// Whether the engine finds the same names in the file by itself.
    boolean areNamesPlain() {
        return headerRows > 0
                && exact
                && names.stream().noneMatch(String::isBlank)
                && new HashSet<>(names).size() == names.size();
    }
}
