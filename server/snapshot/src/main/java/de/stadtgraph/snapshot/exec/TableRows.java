package de.stadtgraph.snapshot.exec;

/// Rows that stand in arrays: VALUES, one empty row, no row.
public final class TableRows implements Rows {
    private final long[][] table;
    private final int size;
    private int at;

    /// Makes rows.
    ///
    /// @param table columns; of no rows, none
    /// @param size rows, also of a table without columns
    public TableRows(long[][] table, int size) {
        this.table = table;
        this.size = size;
    }

    @Override
    public int next(long[][] columns) {
        int rows = Math.min(BATCH, size - at);
        for (int i = 0; i < columns.length && rows > 0; i++) {
            System.arraycopy(table[i], at, columns[i], 0, rows);
        }
        at += rows;
        return rows;
    }
}
