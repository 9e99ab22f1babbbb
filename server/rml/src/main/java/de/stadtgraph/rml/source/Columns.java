package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.RuleException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names of columns. Stateless.
public final class Columns {
    private Columns() {}

    static Reference find(List<String> columns, String name, long line) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new RuleException("unknown-column", line, "no column `" + name + "`" + suggestion(name, columns));
        }
        return new Column(index, name);
    }

    /// `; did you mean …?` with the nearest of the known names, or the known names where none is near.
    public static String suggestion(String name, List<String> known) {
        String nearest = "";
        int least = Math.max(2, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        if (!nearest.isEmpty()) {
            return "; did you mean `" + nearest + "`?";
        }
        return known.isEmpty() ? "" : "; known are " + String.join(", ", known.subList(0, Math.min(40, known.size())));
    }

    static void requireDistinct(List<String> names, String file) throws BrokenSourceException {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                throw new BrokenSourceException(
                        "repeated-column",
                        1,
                        "column `" + names.get(i) + "` of " + file + " stands at positions "
                                + (names.indexOf(names.get(i)) + 1) + " and " + (i + 1));
            }
        }
    }

    /// Edits (insert, delete, replace, swap of neighbours) between two names, ignoring case.
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = cost[i - 1][j - 1] + (same(a, i - 1, b, j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
