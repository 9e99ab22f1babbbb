package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.function.LongUnaryOperator;

/// COUNT: of rows, or of rows in which a column is bound.
public final class CountAggregate implements Aggregate {
    /// Counts rows, whatever they hold.
    public static final int ROWS = -1;

    private final int column;
    private final GroupArray counts;
    private final LongUnaryOperator integer;

    /// Makes an aggregate.
    ///
    /// @param column index of a column, or [#ROWS]
    /// @param integer the id of a count
    public CountAggregate(int column, LongUnaryOperator integer, Meter meter) {
        this.column = column;
        this.integer = integer;
        this.counts = new GroupArray(meter);
    }

    @Override
    public void add(long[][] columns, int rows, int[] groups, int groupCount) {
        long[] count = counts.reserve(groupCount);
        if (groupCount == 1 && column == ROWS) {
            count[0] += rows;
        } else if (column == ROWS) {
            all(groups, rows, count);
        } else {
            bound(columns[column], groups, rows, count);
        }
    }

    /// Rows of a group often follow each other: one addition for all of them.
    private static void all(int[] groups, int rows, long[] count) {
        int row = 0;
        while (row < rows) {
            int group = groups[row];
            int from = row;
            while (row < rows && groups[row] == group) {
                row++;
            }
            count[group] += row - from;
        }
    }

    private static void bound(long[] column, int[] groups, int rows, long[] count) {
        for (int row = 0; row < rows; row++) {
            count[groups[row]] += column[row] == 0 ? 0 : 1;
        }
    }

    @Override
    public long result(int group) {
        return integer.applyAsLong(counts.values[group]);
    }

    @Override
    public long empty() {
        return integer.applyAsLong(0);
    }

    @Override
    public void close() {
        counts.close();
    }
}
