package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// SAMPLE: the first value that is there.
public final class Sample implements Aggregate {
    private final int column;
    private final GroupArray first;

    public Sample(int column, Meter meter) {
        this.column = column;
        this.first = new GroupArray(meter);
    }

    @Override
    public void add(long[][] columns, RowGroups groups) {
        long[] values = columns[column];
        long[] kept = first.reserve(groups.count);
        for (int row = 0; row < groups.rows; row++) {
            int group = groups.numbers[row];
            if (kept[group] == 0) {
                kept[group] = values[row];
            }
        }
    }

    @Override
    public long result(int group) {
        return first.values[group];
    }

    @Override
    public long empty() {
        return 0;
    }

    @Override
    public void close() {
        first.close();
    }
}
