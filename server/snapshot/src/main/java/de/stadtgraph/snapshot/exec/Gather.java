package de.stadtgraph.snapshot.exec;

/// Copies chosen rows of columns. Small loops, one a column.
final class Gather {
    private Gather() {}

    static void rows(long[] from, int[] chosen, int rows, long[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = from[chosen[i]];
        }
    }

    /// Keeps the chosen rows of each column, in place; the choice rises.
    static void compact(long[][] columns, int[] chosen, int rows) {
        for (long[] column : columns) {
            rows(column, chosen, rows, column);
        }
    }

    /// Copies chosen rows where there is no value yet.
    static void missing(long[] from, int[] chosen, int rows, long[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = into[i] == 0 ? from[chosen[i]] : into[i];
        }
    }
}
