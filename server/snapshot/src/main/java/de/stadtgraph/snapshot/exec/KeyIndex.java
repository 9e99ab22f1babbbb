package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// Distinct keys of one or more columns, numbered in the order in which they came. Open addressing; one query.
public final class KeyIndex implements AutoCloseable {
    private static final int FIRST = 256;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Meter meter;
    private final Columns keys;
    private final int width;
    private int[] slots;
    private int mask;

    public KeyIndex(int width, Meter meter) {
        this.meter = meter;
        this.width = width;
        this.keys = new Columns(width, meter);
        meter.hold(4L * FIRST);
        this.slots = new int[FIRST];
        this.mask = FIRST - 1;
    }

    public int size() {
        return keys.size();
    }

    public Columns keys() {
        return keys;
    }

    /// Numbers of the keys of a batch; new keys are added.
    public void addAll(long[][] columns, int rows, int[] numbers) {
        int row = 0;
        while (row < rows) {
            row = width == 1 ? findAll(columns[0], row, rows, numbers) : row;
            if (row < rows) {
                numbers[row] = add(columns, row);
                row++;
            }
        }
    }

    /// Numbers of keys of one column as long as they are known.
    ///
    /// @return the first row whose key is not
    private int findAll(long[] column, int from, int rows, int[] numbers) {
        long[] known = keys.column(0);
        int[] table = slots;
        int last = mask;
        for (int row = from; row < rows; row++) {
            long key = column[row];
            if (row > from && key == column[row - 1]) {
                numbers[row] = numbers[row - 1];
                continue;
            }
            int slot = (int) spread(key) & last;
            int number = table[slot] - 1;
            while (number >= 0 && known[number] != key) {
                slot = (slot + 1) & last;
                number = table[slot] - 1;
            }
            if (number < 0) {
                return row;
            }
            numbers[row] = number;
        }
        return rows;
    }

    /// Number of a key, new or known.
    public int add(long[][] columns, int row) {
        int slot = slot(columns, row);
        return slots[slot] != 0 ? slots[slot] - 1 : put(columns, row, slot);
    }

    /// Number of a known key, or -1.
    public int find(long[][] columns, int row) {
        return slots[slot(columns, row)] - 1;
    }

    private int slot(long[][] columns, int row) {
        int slot = (int) hash(columns, row) & mask;
        while (slots[slot] != 0 && !same(slots[slot] - 1, columns, row)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int put(long[][] columns, int row, int slot) {
        int number = keys.size();
        keys.add(columns, row);
        slots[slot] = number + 1;
        if (2L * keys.size() > slots.length) {
            grow();
        }
        return number;
    }

    private boolean same(int number, long[][] columns, int row) {
        for (int i = 0; i < width; i++) {
            if (keys.column(i)[number] != columns[i][row]) {
                return false;
            }
        }
        return true;
    }

    private long hash(long[][] columns, int row) {
        long hash = 0;
        for (int i = 0; i < width; i++) {
            hash = spread(hash + columns[i][row]);
        }
        return hash;
    }

    private static long spread(long key) {
        long mixed = key * SPREAD;
        return mixed ^ (mixed >>> 32);
    }

    private void grow() {
        meter.hold(4L * slots.length);
        int[] larger = new int[slots.length * 2];
        mask = larger.length - 1;
        for (int number = 0; number < keys.size(); number++) {
            int slot = (int) hash(keys.columns(), number) & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = number + 1;
        }
        slots = larger;
    }

    @Override
    public void close() {
        meter.free(4L * slots.length);
        slots = new int[1];
        mask = 0;
        keys.close();
    }
}
