package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// Left rows that have a partner (EXISTS), or that have none (NOT EXISTS, MINUS), where both sides rise in their only
/// key: nothing is kept. Sorted as the left side.
///
/// A side that can seek is moved forward over what cannot matter.
public final class SortedSemiJoinRows implements SortedRows {
    private static final long ABOVE_ALL = Long.MAX_VALUE;

    private final Rows left;
    private final Rows right;
    private final JoinShape shape;
    private final boolean withPartner;
    private final Meter meter;
    private final long[][] batch;
    private final long[][] partners;
    private final long[] keys;
    private final int[] selected = new int[BATCH];
    private int at;
    private int size = 1; // one key below all: the first batch is read when it is asked for

    public SortedSemiJoinRows(Rows left, Rows right, JoinShape shape, SemiJoinRows.Kept kept, Meter meter) {
        this.left = left;
        this.right = right;
        this.shape = shape;
        this.withPartner = kept == SemiJoinRows.Kept.WITH_PARTNER;
        this.meter = meter;
        this.batch = Rows.columns(shape.leftWidth());
        this.partners = Rows.columns(shape.rightWidth());
        this.keys = partners[shape.rightKeys()[0]];
    }

    @Override
    public int next(long[][] columns) {
        for (int rows = left.next(batch); rows > 0; rows = left.next(batch)) {
            meter.step(rows);
            int found = select(batch[shape.leftKeys()[0]], rows);
            if (found > 0) {
                for (int i = 0; i < columns.length; i++) {
                    Gather.rows(batch[shape.output()[i]], selected, found, columns[i]);
                }
                return found;
            }
            if (withPartner) {
                seek(keys[at]);
            }
        }
        return 0;
    }

    private int select(long[] wanted, int rows) {
        int found = 0;
        for (int row = 0; row < rows; row++) {
            boolean partner = firstFrom(wanted[row]) == wanted[row];
            selected[found] = row;
            found += partner == withPartner ? 1 : 0;
        }
        return found;
    }

    /// The right side's first key that is not below a key; behind its end, one above all.
    private long firstFrom(long key) {
        while (keys[at] < key) {
            at++;
            if (at == size) {
                read(key);
            }
        }
        return keys[at];
    }

    private void read(long key) {
        if (right instanceof SortedRows sorted) {
            sorted.seek(key);
        }
        at = 0;
        size = right.next(partners);
        meter.step(size);
        if (size == 0) {
            keys[0] = ABOVE_ALL;
        }
    }

    @Override
    public void seek(long key) {
        if (left instanceof SortedRows sorted) {
            sorted.seek(key);
        }
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
