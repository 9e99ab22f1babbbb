package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.column.ColumnReader;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.Range;
import de.stadtgraph.snapshot.exec.Rows;

/// The distinct values of a sorted column and how many rows each has: leaps from value to value. One thread.
final class RunRows implements Rows {
    private final ColumnReader reader;
    private final Meter meter;
    private final long to;
    private long row;

    /// @param role the column, sorted in the range
    RunRows(Permutation permutation, Range range, int role, Meter meter) {
        this.reader = permutation.reader(role);
        this.meter = meter;
        this.row = range.from();
        this.to = range.to();
    }

    @Override
    public int next(long[][] columns) {
        int filled = 0;
        while (filled < BATCH && row < to) {
            long value = reader.get(row);
            long end = value == Long.MAX_VALUE ? to : reader.lowerBound(row, to, value + 1);
            columns[0][filled] = value;
            columns[1][filled] = end - row;
            filled++;
            row = end;
        }
        meter.step(filled);
        return filled;
    }
}
