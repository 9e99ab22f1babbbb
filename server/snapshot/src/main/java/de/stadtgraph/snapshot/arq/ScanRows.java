package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Range;
import de.stadtgraph.snapshot.column.Scan;
import de.stadtgraph.snapshot.exec.SortedRows;

/// The rows of a range of a permutation. One thread.
final class ScanRows implements SortedRows {
    private final Scan scan;
    private final int[] roles;
    private final int sortedRole;
    private final Meter meter;

    /// @param roles the columns wanted, each once
    ScanRows(QuadIndex index, de.stadtgraph.snapshot.plan.Scan wanted, Range range, int[] roles, Meter meter) {
        int columns = 0;
        for (int role : roles) {
            columns |= 1 << role;
        }
        this.scan = index.scan(wanted.order(), range, columns);
        this.roles = roles;
        this.sortedRole = wanted.sortedPosition();
        this.meter = meter;
    }

    @Override
    public int next(long[][] columns) {
        for (int i = 0; i < roles.length; i++) {
            scan.into(roles[i], columns[i]);
        }
        int rows = scan.next();
        meter.step(rows);
        return rows;
    }

    /// Begins anew in another range of the same permutation.
    void restart(Range range) {
        scan.restart(range);
    }

    @Override
    public void seek(long key) {
        if (sortedRole >= 0) {
            scan.seek(sortedRole, key);
        }
    }
}
