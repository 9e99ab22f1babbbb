package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.column.ColumnReader;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Range;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.plan.Scan;
import java.util.function.LongFunction;

/// Look-ups in one range that is sorted by what is looked up: readers and arrays are made once. Rising ids are found
/// from where the last one was. The rows of a look-up end with the next one. One thread.
final class Probes implements LongFunction<Rows> {
    private final Range whole;
    private final ColumnReader keys;
    private final ScanRows rows;
    private long lastId;
    private long lastRow;

    /// @param scan a range whose first free position is looked up
    Probes(QuadIndex index, Scan scan, Range whole, int[] positions, Meter meter) {
        this.whole = whole;
        this.keys = index.permutation(scan.order()).reader(scan.sortedPosition());
        this.rows = new ScanRows(index, scan, new Range(whole.from(), whole.from()), positions, meter);
        this.lastRow = whole.from();
    }

    @Override
    public Rows apply(long id) {
        long begin = id >= lastId ? lastRow : whole.from();
        long from = keys.lowerBound(begin, whole.to(), id);
        long to = id == Long.MAX_VALUE ? whole.to() : keys.lowerBound(from, whole.to(), id + 1);
        lastId = id;
        lastRow = from;
        rows.restart(new Range(from, to));
        return rows;
    }
}
