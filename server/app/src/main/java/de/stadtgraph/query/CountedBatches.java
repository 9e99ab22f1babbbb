package de.stadtgraph.query;

import de.stadtgraph.snapshot.exec.Rows;

/// Rows of an answer as ids: each is charged, and they end at the caller's limit. One query.
final class CountedBatches implements Rows {
    private final Rows rows;
    private final QueryMeter meter;
    private long left;

    /// @param limit rows at the most
    CountedBatches(Rows rows, long limit, QueryMeter meter) {
        this.rows = rows;
        this.left = limit;
        this.meter = meter;
    }

    @Override
    public int next(long[][] columns) {
        if (left < 0) {
            return 0;
        }
        int found = rows.next(columns);
        int kept = (int) Math.min(found, left);
        left -= kept;
        if (kept < found) {
            meter.leaveRest();
            left = -1;
        }
        meter.rows(kept);
        return kept;
    }

    @Override
    public void close() {
        rows.close();
    }
}
