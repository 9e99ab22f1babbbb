package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// An aggregate over each value, or each row, once a group.
public final class DistinctAggregate implements Aggregate {
    private final Aggregate inner;
    private final int[] values;
    private final Meter meter;
    private final KeyIndex seen;
    private final long[] groupColumn = new long[Rows.BATCH];
    private long[][] kept = new long[0][];
    private final RowGroups keptGroups = new RowGroups();
    private final int[] fresh = new int[Rows.BATCH];

    /// Makes an aggregate.
    ///
    /// @param values columns that make a value
    public DistinctAggregate(Aggregate inner, int[] values, Meter meter) {
        this.inner = inner;
        this.values = values;
        this.meter = meter;
        this.seen = new KeyIndex(values.length + 1, meter);
    }

    @Override
    public void add(long[][] columns, RowGroups groups) {
        int rows = groups.rows;
        meter.step(rows);
        for (int row = 0; row < rows; row++) {
            groupColumn[row] = groups.numbers[row];
        }
        long[][] keys = new long[values.length + 1][];
        for (int i = 0; i < values.length; i++) {
            keys[i] = columns[values[i]];
        }
        keys[values.length] = groupColumn;
        int found = 0;
        for (int row = 0; row < rows; row++) {
            int known = seen.size();
            fresh[found] = row;
            found += seen.add(keys, row) == known ? 1 : 0;
        }
        if (found > 0) {
            hand(columns, groups, found);
        }
    }

    private void hand(long[][] columns, RowGroups groups, int rows) {
        if (kept.length != columns.length) {
            kept = Rows.columns(columns.length);
        }
        for (int i = 0; i < columns.length; i++) {
            Gather.rows(columns[i], fresh, rows, kept[i]);
        }
        for (int i = 0; i < rows; i++) {
            keptGroups.numbers[i] = groups.numbers[fresh[i]];
        }
        keptGroups.take(rows, groups.count);
        inner.add(kept, keptGroups);
    }

    @Override
    public long result(int group) {
        return inner.result(group);
    }

    @Override
    public long empty() {
        return inner.empty();
    }

    @Override
    public void close() {
        inner.close();
        seen.close();
    }
}
