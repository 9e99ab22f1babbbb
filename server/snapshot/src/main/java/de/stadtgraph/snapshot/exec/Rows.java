package de.stadtgraph.snapshot.exec;

/// A stream of rows in batches of columns; id 0 is unbound. One thread, read once, closed by its reader.
public interface Rows extends AutoCloseable {
    /// Most rows of a batch.
    int BATCH = 1_024;

    /// Fills the columns from index 0 with the next rows.
    ///
    /// @param columns one array of at least [#BATCH] a column, overwritten
    /// @return number of rows, 0 only at the end
    int next(long[][] columns);

    @Override
    default void close() {}

    /// Columns for one batch.
    static long[][] columns(int width) {
        return new long[width][BATCH];
    }
}
