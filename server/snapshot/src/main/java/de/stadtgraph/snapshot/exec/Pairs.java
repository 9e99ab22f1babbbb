package de.stadtgraph.snapshot.exec;

/// Pairs of rows of two sides that a join has found; at most one batch.
final class Pairs {
    final int[] left = new int[Rows.BATCH];
    final int[] right = new int[Rows.BATCH];
    int count;

    boolean isFull() {
        return count == Rows.BATCH;
    }

    void add(int leftRow, int rightRow) {
        left[count] = leftRow;
        right[count] = rightRow;
        count++;
    }

    /// Drops the pairs that differ in a column.
    void keepEqual(long[] leftColumn, long[] rightColumn) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int leftRow = left[i];
            int rightRow = right[i];
            left[kept] = leftRow;
            right[kept] = rightRow;
            kept += leftColumn[leftRow] == rightColumn[rightRow] ? 1 : 0;
        }
        count = kept;
    }

    /// Drops the pairs whose values differ in a column that both have.
    void keepCompatible(long[] leftColumn, long[] rightColumn) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int leftRow = left[i];
            int rightRow = right[i];
            left[kept] = leftRow;
            right[kept] = rightRow;
            long one = leftColumn[leftRow];
            long two = rightColumn[rightRow];
            kept += one == two || one == 0 || two == 0 ? 1 : 0;
        }
        count = kept;
    }
}
