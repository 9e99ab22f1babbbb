package de.stadtgraph.snapshot.exec;

/// The groups of the rows of a batch: a number a row, and the runs of rows of one group. One query.
final class RowGroups {
    final int[] numbers = new int[Rows.BATCH];

    /// Where each run ends, the row behind its last.
    final int[] ends = new int[Rows.BATCH];

    int rows;
    int runs;

    /// Groups so far.
    int count;

    /// Takes the numbers as they stand now, of at least one row.
    void take(int ofRows, int ofAll) {
        rows = ofRows;
        count = ofAll;
        int run = 0;
        if (ofAll > 1) {
            for (int row = 1; row < ofRows; row++) {
                ends[run] = row;
                run += numbers[row] == numbers[row - 1] ? 0 : 1;
            }
        }
        ends[run] = ofRows;
        runs = run + 1;
    }

    /// The group of a run.
    int group(int run) {
        return numbers[ends[run] - 1];
    }
}
