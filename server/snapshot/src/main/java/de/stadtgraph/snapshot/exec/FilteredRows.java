package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.List;

/// Rows on which all tests hold (SPARQL 1.1, section 17.2); afterwards the leading columns only.
public final class FilteredRows implements SortedRows {
    private final Rows source;
    private final List<IdTest> tests;
    private final Meter meter;
    private final long[][] batch;
    private final int[] selected = new int[BATCH];

    public FilteredRows(Rows source, int width, List<IdTest> tests, Meter meter) {
        this.source = source;
        this.tests = tests;
        this.meter = meter;
        this.batch = Rows.columns(width);
    }

    @Override
    public int next(long[][] columns) {
        for (int rows = source.next(batch); rows > 0; rows = source.next(batch)) {
            meter.step(rows);
            int left = rows;
            for (IdTest test : tests) {
                int kept = left == 0 ? 0 : test.select(batch, left, selected);
                if (kept < left) {
                    Gather.compact(batch, selected, kept);
                }
                left = kept;
            }
            if (left > 0) {
                for (int i = 0; i < columns.length; i++) {
                    System.arraycopy(batch[i], 0, columns[i], 0, left);
                }
                return left;
            }
        }
        return 0;
    }

    @Override
    public void seek(long key) {
        if (source instanceof SortedRows sorted) {
            sorted.seek(key);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
