package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// MIN and MAX: the first or last value in the order of ORDER BY. A row without a value makes the group's result empty.
public final class Extreme implements Aggregate {

    /// Which value is kept.
    public enum End {
        FIRST,
        LAST
    }

    private static final long NONE = -1;

    private final int column;
    private final IdOrder order;
    private final End end;
    private final GroupArray best;
    private final GroupArray failed;

    public Extreme(int column, IdOrder order, End end, Meter meter) {
        this.column = column;
        this.order = order;
        this.end = end;
        this.best = new GroupArray(meter);
        this.failed = new GroupArray(meter);
    }

    @Override
    public void add(long[][] columns, RowGroups groups) {
        long[] values = columns[column];
        long[] kept = best.reserve(groups.count);
        long[] errors = failed.reserve(groups.count);
        for (int row = 0; row < groups.rows; row++) {
            int group = groups.numbers[row];
            long value = values[row];
            if (value == 0) {
                errors[group] = NONE;
            } else if (kept[group] != value && (kept[group] == 0 || better(value, kept[group]))) {
                kept[group] = value;
            }
        }
    }

    private boolean better(long value, long kept) {
        int order = this.order.compare(value, kept);
        return end == End.FIRST ? order < 0 : order > 0;
    }

    @Override
    public long result(int group) {
        return failed.values[group] == NONE ? 0 : best.values[group];
    }

    @Override
    public long empty() {
        return 0;
    }

    @Override
    public void close() {
        best.close();
        failed.close();
    }
}
