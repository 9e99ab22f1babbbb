package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.Arrays;

/// The side of a hash join that is kept: rows by key, in chains.
final class BuildSide implements AutoCloseable {
    private final KeyIndex index;
    private final Columns rows;
    private final int[] keys;
    private final Meter meter;
    private int[] first = new int[0];
    private int[] next = new int[0];
    private long held;

    BuildSide(int width, int[] keys, Meter meter) {
        this.keys = keys;
        this.meter = meter;
        this.index = new KeyIndex(keys.length, meter);
        this.rows = new Columns(width, meter);
    }

    /// Reads all rows; the chains keep their order.
    void read(Rows source) {
        long[][] batch = Rows.columns(rows.width());
        long[][] keyColumns = JoinShape.keys(batch, keys);
        int[] numbers = new int[Rows.BATCH];
        int[] last = new int[0];
        for (int n = source.next(batch); n > 0; n = source.next(batch)) {
            meter.step(n);
            int before = rows.size();
            rows.addAll(batch, n);
            index.addAll(keyColumns, n, numbers);
            first = grown(first, index.size());
            last = grown(last, index.size());
            next = grown(next, rows.size());
            for (int i = 0; i < n; i++) {
                int row = before + i + 1;
                int number = numbers[i];
                if (first[number] == 0) {
                    first[number] = row;
                } else {
                    next[last[number] - 1] = row;
                }
                last[number] = row;
            }
        }
    }

    private int[] grown(int[] array, int size) {
        if (size <= array.length) {
            return array;
        }
        int length = Math.max(size, Math.max(Rows.BATCH, array.length * 2));
        meter.hold(4L * (length - array.length));
        held += 4L * (length - array.length);
        return Arrays.copyOf(array, length);
    }

    long[][] columns() {
        return rows.columns();
    }

    boolean isEmpty() {
        return rows.size() == 0;
    }

    /// The first row with the key, or -1.
    int first(long[][] keyColumns, int row) {
        int number = index.find(keyColumns, row);
        return number < 0 ? -1 : first[number] - 1;
    }

    /// The next row with the same key, or -1.
    int next(int row) {
        return next[row] - 1;
    }

    @Override
    public void close() {
        index.close();
        rows.close();
        meter.free(held);
        held = 0;
    }
}
