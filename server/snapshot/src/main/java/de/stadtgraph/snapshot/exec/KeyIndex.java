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
        if (width == 1) {
            long[] column = columns[0];
            for (int row = 0; row < rows; row++) {
                numbers[row] = addOne(columns, column[row], row);
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            numbers[row] = add(columns, row);
        }
    }

    private int addOne(long[][] columns, long key, int row) {
        long[] known = keys.column(0);
        int slot = (int) spread(key) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (known[number] == key) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return put(columns, row, slot);
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
