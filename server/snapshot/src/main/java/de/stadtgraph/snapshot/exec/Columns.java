package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.Arrays;

/// Rows kept in memory as growing columns; what they take is held at the meter before it is allocated.
public final class Columns implements AutoCloseable {
    private static final int FIRST = 256;

    private final Meter meter;
    private final long[][] columns;
    private int capacity;
    private int size;

    public Columns(int width, Meter meter) {
        this.meter = meter;
        this.columns = new long[width][0];
    }

    public int size() {
        return size;
    }

    public int width() {
        return columns.length;
    }

    /// The array of a column; valid until the next row is added.
    public long[] column(int index) {
        return columns[index];
    }

    public long[][] columns() {
        return columns;
    }

    /// Makes room for more rows.
    public void reserve(int more) {
        long wanted = (long) size + more;
        if (wanted <= capacity) {
            return;
        }
        long grown = Math.max(wanted, Math.max(FIRST, capacity * 2L));
        if (grown > Integer.MAX_VALUE - 16) {
            throw new IllegalStateException("more rows than one query can hold");
        }
        meter.hold((grown - capacity) * Long.BYTES * columns.length);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(columns[i], (int) grown);
        }
        capacity = (int) grown;
    }

    public void addAll(long[][] batch, int rows) {
        reserve(rows);
        for (int i = 0; i < columns.length; i++) {
            System.arraycopy(batch[i], 0, columns[i], size, rows);
        }
        size += rows;
    }

    public void add(long[][] batch, int row) {
        reserve(1);
        for (int i = 0; i < columns.length; i++) {
            columns[i][size] = batch[i][row];
        }
        size++;
    }

    /// Forgets the first rows.
    void dropFirst(int rows) {
        size -= rows;
        for (long[] column : columns) {
            System.arraycopy(column, rows, column, 0, size);
        }
    }

    /// Replaces a kept row.
    void set(int at, long[][] batch, int row) {
        for (int i = 0; i < columns.length; i++) {
            columns[i][at] = batch[i][row];
        }
    }

    /// Copies kept rows to the front of a batch.
    void copy(int from, int rows, long[][] into) {
        for (int i = 0; i < into.length; i++) {
            System.arraycopy(columns[i], from, into[i], 0, rows);
        }
    }

    /// Reads everything that is left.
    public static Columns all(Rows rows, int width, Meter meter) {
        Columns kept = new Columns(width, meter);
        long[][] batch = Rows.columns(width);
        for (int n = rows.next(batch); n > 0; n = rows.next(batch)) {
            meter.step(n);
            kept.addAll(batch, n);
        }
        return kept;
    }

    @Override
    public void close() {
        meter.free((long) capacity * Long.BYTES * columns.length);
        capacity = 0;
        size = 0;
        Arrays.fill(columns, new long[0]);
    }
}
