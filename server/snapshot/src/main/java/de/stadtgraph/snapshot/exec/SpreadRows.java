package de.stadtgraph.snapshot.exec;

import java.util.Arrays;

/// Rows with their columns in other places; a column without a source is unbound.
public final class SpreadRows implements Rows {
    private final Rows source;
    private final int[] from;
    private final long[][] read;

    /// Makes rows.
    ///
    /// @param from column of the source for each column, or -1
    public SpreadRows(Rows source, int width, int[] from) {
        this.source = source;
        this.from = from;
        this.read = Rows.columns(width);
    }

    @Override
    public int next(long[][] columns) {
        int rows = source.next(read);
        for (int i = 0; i < columns.length; i++) {
            if (from[i] < 0) {
                Arrays.fill(columns[i], 0, rows, 0);
            } else {
                System.arraycopy(read[from[i]], 0, columns[i], 0, rows);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        source.close();
    }
}
