package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// Join by hash: the right side is kept, the left side streams and gives the order. Without keys: the product.
public final class HashJoinRows implements Rows {
    private final Rows left;
    private final Rows right;
    private final JoinShape shape;
    private final Meter meter;
    private final BuildSide build;
    private final long[][] batch;
    private final long[][] keys;
    private final Pairs pairs = new Pairs();
    private int rows;
    private int row;
    private int partner = -1;
    private boolean built;

    public HashJoinRows(Rows left, Rows right, JoinShape shape, Meter meter) {
        this.left = left;
        this.right = right;
        this.shape = shape;
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
        pairs.count = 0;
        while (pairs.count == 0) {
            if (partner < 0 && row == rows && !read()) {
                return 0;
            }
            probe();
            shape.keepCompatible(pairs, batch, build.columns());
        }
        shape.gather(pairs, batch, build.columns(), columns);
        return pairs.count;
    }

    private boolean read() {
        if (build.isEmpty()) {
            return false;
        }
        rows = left.next(batch);
        meter.step(rows);
        row = 0;
        return rows > 0;
    }

    private void probe() {
        while (!pairs.isFull()) {
            if (partner < 0) {
                if (row == rows) {
                    return;
                }
                partner = build.first(keys, row++);
            } else {
                pairs.add(row - 1, partner);
                partner = build.next(partner);
            }
        }
        meter.step(pairs.count);
    }

    @Override
    public void close() {
        left.close();
        right.close();
        build.close();
    }
}
