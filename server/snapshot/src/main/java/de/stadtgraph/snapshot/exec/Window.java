package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// A sliding view of sorted rows: what is still needed stays, further batches are read behind it.
final class Window implements AutoCloseable {
    private final Rows source;
    private final Meter meter;
    private final int key;
    private final long[][] batch;
    private final Columns kept;
    private boolean ended;
    int at;
    int size;

    Window(Rows source, int width, int key, Meter meter) {
        this.source = source;
        this.meter = meter;
        this.key = key;
        this.batch = Rows.columns(width);
        this.kept = new Columns(width, meter);
    }

    long[][] columns() {
        return kept.columns();
    }

    long[] keys() {
        return kept.column(key);
    }

    /// Leaves out what is below a key, as far as the source can; only when nothing is kept.
    void seek(long wanted) {
        if (!ended && source instanceof SortedRows sorted) {
            sorted.seek(wanted);
        }
    }

    /// Drops the rows before `at` and reads one more batch.
    ///
    /// @return false at the end of the source
    boolean more() {
        if (ended) {
            return false;
        }
        kept.dropFirst(at);
        at = 0;
        int rows = source.next(batch);
        meter.step(rows);
        ended = rows == 0;
        kept.addAll(batch, rows);
        size = kept.size();
        return !ended;
    }

    /// Reads on when one row is left, so that it is known what follows it; only when no row is held by others.
    void keepTwo() {
        if (size - at == 1) {
            more();
        }
    }

    @Override
    public void close() {
        source.close();
        kept.close();
    }
}
