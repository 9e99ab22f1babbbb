package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Guesses the delimiter of a text: the one that gives most rows the same number of cells, and more cells where
/// two do.
/// Stateless.
final class DelimiterGuess {
    private static final List<Character> CANDIDATES = List.of(';', '\t', ',', '|');
    private static final int ROWS = 400;

    private DelimiterGuess() {}

    static char of(String text) {
        String first = text.lines().findFirst().orElse("").replace("\uFEFF", "");
        if (first.matches("sep=.")) {
            return first.charAt(4);
        }
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(widths(text, candidate, ROWS));
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    /// The most cells that a row of the text has.
    static int widest(String text, char delimiter) {
        return widths(text, delimiter, Integer.MAX_VALUE).stream()
                .max(Integer::compare)
                .orElse(1);
    }

    /// Share of the rows with the most frequent width, weighed by that width; 0 where rows have one cell.
    private static double score(List<Integer> widths) {
        Map<Integer, Integer> counts = new HashMap<>();
        int rows = 0;
        for (int width : widths) {
            rows++;
            counts.merge(width, 1, Integer::sum);
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            double share = (double) entry.getValue() / Math.max(1, rows);
            if (entry.getKey() > 1) {
                best = Math.max(best, share * share * (1 + Math.log(entry.getKey()) / 4));
            }
        }
        // Rows whose empty cells at the end are cut off vary a little: near widths count half.
        int widest = counts.keySet().stream().max(Integer::compare).orElse(1);
        long near = widths.stream()
                .filter(width -> width > 4 && width >= widest * 0.8)
                .count();
        double weight = 0.9 * (1 + Math.log(widest) / 4);
        return Math.max(best, widest > 4 ? weight * near / Math.max(1, rows) : 0);
    }

    private static List<Integer> widths(String text, char delimiter, int rows) {
        List<Integer> widths = new ArrayList<>();
        int width = 1;
        boolean quoted = false;
        boolean blank = true;
        boolean atStart = true;
        for (int i = 0; i < text.length() && widths.size() < rows; i++) {
            char sign = text.charAt(i);
            if (quoted) {
                quoted = sign != '"';
            } else if (sign == '"' && (atStart || text.charAt(i - 1) == '"')) {
                quoted = true;
                blank = false;
            } else if (sign == delimiter) {
                width++;
                blank = false;
            } else if (sign == '\n' || sign == '\r') {
                if (!blank) {
                    widths.add(width);
                }
                width = 1;
                blank = true;
            } else {
                blank = blank && sign == ' ';
            }
            atStart = sign == delimiter || sign == '\n' || sign == '\r';
        }
        if (!blank && widths.isEmpty()) {
            widths.add(width);
        }
        return widths;
    }
}
