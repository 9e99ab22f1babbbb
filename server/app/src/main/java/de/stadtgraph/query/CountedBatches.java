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
        int found = left < 0 ? 0 : rows.next(columns);
        int kept = (int) Math.min(found, left);
        if (kept < found) {
            meter.leaveRest();
        }
        meter.rows(kept);
        left = kept < found ? -1 : left - kept;
        return Math.max(0, kept);
    }

    @Override
    public void close() {
        rows.close();
    }
}
