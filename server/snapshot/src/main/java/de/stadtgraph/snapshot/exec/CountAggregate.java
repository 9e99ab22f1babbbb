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
    public void add(long[][] columns, RowGroups groups) {
        long[] count = counts.reserve(groups.count);
        if (column == ROWS) {
            all(groups, count);
        } else {
            bound(columns[column], groups, count);
        }
    }

    private static void all(RowGroups groups, long[] count) {
        int from = 0;
        for (int run = 0; run < groups.runs; run++) {
            count[groups.group(run)] += groups.ends[run] - from;
            from = groups.ends[run];
        }
    }

    private static void bound(long[] column, RowGroups groups, long[] count) {
        for (int row = 0; row < groups.rows; row++) {
            count[groups.numbers[row]] += column[row] == 0 ? 0 : 1;
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
