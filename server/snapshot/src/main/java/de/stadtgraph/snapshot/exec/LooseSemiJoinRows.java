package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// As [SemiJoinRows] for EXISTS, where some shared columns may be unbound: a partner is compatible in them.
public final class LooseSemiJoinRows implements Rows {

    private final Rows left;
    private final Rows right;
    private final JoinShape shape;
    private final SemiJoinRows.Kept kind;
    private final Meter meter;
    private final BuildSide build;
    private final long[][] batch;
    private final long[][] keys;
    private final int[] selected = new int[BATCH];
    private boolean built;

    public LooseSemiJoinRows(Rows left, Rows right, JoinShape shape, SemiJoinRows.Kept kind, Meter meter) {
        this.left = left;
        this.right = right;
        this.shape = shape;
        this.kind = kind;
        this.meter = meter;
        this.build = new BuildSide(shape.rightWidth(), shape.rightKeys(), meter);
        this.batch = Rows.columns(shape.leftWidth());
        this.keys = JoinShape.keys(batch, shape.leftKeys());
    }

    @Override
    public int next(long[][] columns) {
        if (!built) {
            build.read(right);
            built = true;
        }
        for (int rows = left.next(batch); rows > 0; rows = left.next(batch)) {
            meter.step(rows);
            int found = 0;
            for (int row = 0; row < rows; row++) {
                selected[found] = row;
                found += hasPartner(row) == (kind == SemiJoinRows.Kept.WITH_PARTNER) ? 1 : 0;
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

    private boolean hasPartner(int row) {
        for (int other = build.first(keys, row); other >= 0; other = build.next(other)) {
            meter.step(1);
            if (isPartner(row, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPartner(int row, int other) {
        for (int i = 0; i < shape.leftLoose().length; i++) {
            long one = batch[shape.leftLoose()[i]][row];
            long two = build.columns()[shape.rightLoose()[i]][other];
            if (one != two && one != 0 && two != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        left.close();
        right.close();
        build.close();
    }
}
