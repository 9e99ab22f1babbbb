package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// Left rows that have a partner (EXISTS), or that have none (NOT EXISTS, MINUS). The keys are bound on both sides.
public final class SemiJoinRows implements Rows {

    /// Which left rows stay.
    public enum Kept {
        WITH_PARTNER,
        WITHOUT_PARTNER
    }

    private final Rows left;
    private final Rows right;
    private final JoinShape shape;
    private final Kept kind;
    private final Meter meter;
    private final KeyIndex partners;
    private final long[][] batch;
    private final long[][] keys;
    private final int[] selected = new int[BATCH];
    private boolean built;

    public SemiJoinRows(Rows left, Rows right, JoinShape shape, Kept kind, Meter meter) {
        this.left = left;
        this.right = right;
        this.shape = shape;
        this.kind = kind;
        this.meter = meter;
        this.partners = new KeyIndex(shape.rightKeys().length, meter);
        this.batch = Rows.columns(shape.leftWidth());
        this.keys = JoinShape.keys(batch, shape.leftKeys());
    }

    @Override
    public int next(long[][] columns) {
        if (!built) {
            build();
        }
        for (int rows = left.next(batch); rows > 0; rows = left.next(batch)) {
            meter.step(rows);
            int found = 0;
            for (int row = 0; row < rows; row++) {
                selected[found] = row;
                boolean partner = partners.find(keys, row) >= 0;
                found += partner == (kind == Kept.WITH_PARTNER) ? 1 : 0;
            }
            if (found > 0) {
                for (int i = 0; i < columns.length; i++) {
                    Gather.rows(batch[shape.output()[i]], selected, found, columns[i]);
                }
                return found;
            }
        }
        return 0;
    }

    private void build() {
        long[][] read = Rows.columns(shape.rightWidth());
        long[][] readKeys = JoinShape.keys(read, shape.rightKeys());
        int[] numbers = new int[BATCH];
        for (int rows = right.next(read); rows > 0; rows = right.next(read)) {
            meter.step(rows);
            partners.addAll(readKeys, rows, numbers);
        }
        built = true;
    }

    @Override
    public void close() {
        left.close();
        right.close();
        partners.close();
    }
}
