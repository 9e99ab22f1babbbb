package de.stadtgraph.rml.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Names of columns from the rows above the data. Stateless.
final class TableHeader {
    private TableHeader() {}

    /// One name a column; where there is none, `_col.1` and so on (CSVW).
    ///
    /// Of several rows the cells of a column are joined with ` / `; an empty cell takes its left neighbour's.
    static List<String> names(List<List<String>> rows, boolean named, boolean ragged) {
        int width = rows.stream()
                .mapToInt(row -> ragged && named ? lastFilled(row) : row.size())
                .max()
                .orElse(0);
        List<String> names = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            String name = named ? name(rows, column) : "";
            names.add(name.isBlank() ? "_col." + (column + 1) : name);
        }
        return names;
    }

    private static String name(List<List<String>> rows, int column) {
        if (rows.size() == 1) {
            return cell(rows.getFirst(), column);
        }
        Set<String> parts = new LinkedHashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            String part = cell(rows.get(row), column).strip();
            boolean last = row == rows.size() - 1;
            for (int left = column - 1; part.isEmpty() && !last && left >= 0; left--) {
                part = cell(rows.get(row), left).strip();
            }
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(" / ", parts);
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static int lastFilled(List<String> row) {
        int width = row.size();
        while (width > 0 && row.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }
}
