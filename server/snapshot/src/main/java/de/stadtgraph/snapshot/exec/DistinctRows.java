package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// Each row once: equal terms have equal ids.
public final class DistinctRows implements Rows {
    private final Rows source;
    private final Meter meter;
    private final KeyIndex seen;
    private final int[] fresh = new int[BATCH];

    public DistinctRows(Rows source, int width, Meter meter) {
        this.source = source;
        this.meter = meter;
        this.seen = new KeyIndex(width, meter);
    }

    @Override
    public int next(long[][] columns) {
        for (int rows = source.next(columns); rows > 0; rows = source.next(columns)) {
            meter.step(rows);
            int kept = 0;
            for (int row = 0; row < rows; row++) {
                int known = seen.size();
                fresh[kept] = row;
                kept += seen.add(columns, row) == known ? 1 : 0;
            }
            if (kept > 0) {
                Gather.compact(columns, fresh, kept);
                return kept;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        source.close();
        seen.close();
    }
}
