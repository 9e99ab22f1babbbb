package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.List;

/// ORDER BY: all rows are kept and sorted. Rows that compare equal stay in the order in which they came.
public final class OrderedRows implements Rows {
    private final Rows source;
    private final int width;
    private final List<SortKey> keys;
    private final Meter meter;
    private final Columns kept;
    private int[] order = new int[0];
    private boolean read;
    private int at;

    public OrderedRows(Rows source, int width, List<SortKey> keys, Meter meter) {
        this.source = source;
        this.width = width;
        this.keys = keys;
        this.meter = meter;
        this.kept = new Columns(width, meter);
    }

    @Override
    public int next(long[][] columns) {
        if (!read) {
            readAll();
            sort();
            read = true;
        }
        int rows = Math.min(BATCH, order.length - at);
        for (int i = 0; i < columns.length; i++) {
            for (int row = 0; row < rows; row++) {
                columns[i][row] = kept.column(i)[order[at + row]];
            }
        }
        at += rows;
        return rows;
    }

    private void readAll() {
        long[][] batch = Rows.columns(width);
        for (int rows = source.next(batch); rows > 0; rows = source.next(batch)) {
            meter.step(rows);
            kept.addAll(batch, rows);
        }
    }

    private void sort() {
        int size = kept.size();
        meter.hold(8L * size);
        order = new int[size];
        java.util.Arrays.setAll(order, i -> i);
        int[] spare = new int[size];
        for (long run = 1; run < size; run *= 2) {
            for (long from = 0; from < size; from += 2 * run) {
                merge(spare, (int) from, (int) Math.min(from + run, size), (int) Math.min(from + 2 * run, size));
            }
            int[] swapped = order;
            order = spare;
            spare = swapped;
            meter.step(size);
        }
        meter.free(4L * size);
    }

    private void merge(int[] into, int from, int middle, int end) {
        int left = from;
        int right = middle;
        if (middle < end && compare(order[middle - 1], order[middle]) <= 0) {
            System.arraycopy(order, from, into, from, end - from);
            return;
        }
        for (int i = from; i < end; i++) {
            boolean takeLeft = left < middle && (right >= end || compare(order[left], order[right]) <= 0);
            into[i] = takeLeft ? order[left++] : order[right++];
        }
    }

    private int compare(int one, int two) {
        for (SortKey key : keys) {
            int compared = key.compare(kept.columns(), one, two);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        source.close();
        kept.close();
        meter.free(4L * order.length);
        order = new int[0];
    }
}
