package de.stadtgraph.snapshot.exec;

import java.util.List;

/// Rows with computed values (BIND and SELECT expressions), each from the columns before it.
public final class ExtendedRows implements Rows {
    private final Rows source;
    private final long[][] batch;
    private final long[][] read;
    private final List<IdValue> values;
    private final int[] output;

    /// The columns handed on that come once more after it.
    private final boolean[] repeated;

    /// Makes rows.
    ///
    /// @param width columns of the source
    /// @param values one a further column
    /// @param output columns handed on: of the source, then of the values
    public ExtendedRows(Rows source, int width, List<IdValue> values, int[] output) {
        this.source = source;
        this.values = values;
        this.output = output;
        this.repeated = repeated(output);
        this.batch = Rows.columns(width + values.size());
        this.read = java.util.Arrays.copyOf(batch, width);
    }

    private static boolean[] repeated(int[] output) {
        boolean[] repeated = new boolean[output.length];
        for (int i = 0; i < output.length; i++) {
            for (int later = i + 1; later < output.length; later++) {
                repeated[i] |= output[later] == output[i];
            }
        }
        return repeated;
    }

    @Override
    public int next(long[][] columns) {
        place(columns);
        int rows = source.next(read);
        if (rows == 0) {
            return 0;
        }
        for (int i = 0; i < values.size(); i++) {
            values.get(i).fill(batch, rows, batch[read.length + i]);
        }
        for (int i = 0; i < output.length; i++) {
            if (repeated[i]) {
                System.arraycopy(batch[output[i]], 0, columns[i], 0, rows);
            }
        }
        return rows;
    }

    /// What is handed on is read and computed in the reader's columns.
    private void place(long[][] columns) {
        for (int i = 0; i < output.length; i++) {
            batch[output[i]] = columns[i];
        }
        System.arraycopy(batch, 0, read, 0, read.length);
    }

    @Override
    public void close() {
        source.close();
    }
}
