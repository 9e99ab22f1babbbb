package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.List;

/// ORDER BY with LIMIT: only the first rows are kept, in a heap whose root is the worst of them.
public final class TopRows implements Rows {
    private final Rows source;
    private final int limit;
    private final List<SortKey> keys;
    private final Meter meter;
    private final long[][] batch;
    private final Columns kept;
    private final long[][] candidate;
    private int[] heap = new int[0];
    private int size;
    private boolean read;
    private int at;

    public TopRows(Rows source, int width, List<SortKey> keys, int limit, Meter meter) {
        this.source = source;
        this.limit = limit;
        this.keys = keys;
        this.meter = meter;
        this.batch = Rows.columns(width);
        this.kept = new Columns(width, meter);
        this.candidate = new long[width][2];
    }

    @Override
    public int next(long[][] columns) {
        if (!read) {
            readAll();
            drain();
            read = true;
        }
        int rows = Math.min(BATCH, size - at);
        for (int i = 0; i < columns.length; i++) {
            for (int row = 0; row < rows; row++) {
                columns[i][row] = kept.column(i)[heap[at + row]];
            }
        }
        at += rows;
        return rows;
    }

    private void readAll() {
        for (int rows = limit == 0 ? 0 : source.next(batch); rows > 0; rows = source.next(batch)) {
            meter.step(rows);
            for (int row = 0; row < rows; row++) {
                if (size < limit) {
                    kept.add(batch, row);
                    push();
                } else if (better(row)) {
                    kept.set(heap[0], batch, row);
                    sink(0, size);
                }
            }
        }
    }

    /// Whether a row of the batch comes before the worst kept one. The first key decides mostly, without a copy.
    private boolean better(int row) {
        SortKey first = keys.getFirst();
        int worst = heap[0];
        int compared = first.direction()
                * first.order().compare(batch[first.column()][row], kept.column(first.column())[worst]);
        if (compared != 0 || keys.size() == 1) {
            return compared < 0;
        }
        for (int i = 0; i < candidate.length; i++) {
            candidate[i][0] = batch[i][row];
            candidate[i][1] = kept.column(i)[worst];
        }
        return compare(candidate, 0, 1) < 0;
    }

    private void push() {
        if (size == heap.length) {
            int length = Math.max(64, heap.length * 2);
            meter.hold(4L * (length - heap.length));
            heap = java.util.Arrays.copyOf(heap, length);
        }
        int child = size++;
        heap[child] = child;
        while (child > 0 && compare(kept.columns(), heap[(child - 1) / 2], heap[child]) < 0) {
            swap(child, (child - 1) / 2);
            child = (child - 1) / 2;
        }
    }

    private void sink(int from, int end) {
        int parent = from;
        while (2 * parent + 1 < end) {
            int child = 2 * parent + 1;
            if (child + 1 < end && compare(kept.columns(), heap[child], heap[child + 1]) < 0) {
                child++;
            }
            if (compare(kept.columns(), heap[parent], heap[child]) >= 0) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    }

    /// Sorts the heap in place: the worst goes to the end.
    private void drain() {
        for (int end = size - 1; end > 0; end--) {
            swap(0, end);
            sink(0, end);
        }
    }

    private void swap(int one, int two) {
        int swapped = heap[one];
        heap[one] = heap[two];
        heap[two] = swapped;
    }

    private int compare(long[][] columns, int one, int two) {
        for (SortKey key : keys) {
            int compared = key.compare(columns, one, two);
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
        meter.free(4L * heap.length);
        heap = new int[0];
    }
}
