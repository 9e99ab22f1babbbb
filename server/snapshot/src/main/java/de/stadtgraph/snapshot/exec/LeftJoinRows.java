package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.Arrays;
import java.util.List;

/// OPTIONAL (SPARQL 1.1, section 18.5, LeftJoin): each left row with its partners, or alone with 0 on the right.
///
/// The keys are bound on both sides. The condition is part of the join: a row whose partners all fail it stays alone.
public final class LeftJoinRows implements Rows {
    private final Rows left;
    private final Rows right;
    private final JoinShape shape;
    private final List<IdTest> conditions;
    private final Meter meter;
    private final BuildSide build;
    private final long[][] batch;
    private final long[][] keys;
    private final long[][] joined;
    private final JoinShape everything;
    private final Pairs pairs = new Pairs();
    private final int[] selected = new int[BATCH];
    private final boolean[] kept = new boolean[BATCH];
    private int rows;
    private int row;
    private int partner = -1;
    private int alone;
    private boolean built;

    /// Makes rows.
    ///
    /// @param conditions on rows of all columns: left, then right
    public LeftJoinRows(Rows left, Rows right, JoinShape shape, List<IdTest> conditions, Meter meter) {
        this.left = left;
        this.right = right;
        this.shape = shape;
        this.conditions = conditions;
        this.everything = shape.everything();
        this.meter = meter;
        this.build = new BuildSide(shape.rightWidth(), shape.rightKeys(), meter);
        this.batch = Rows.columns(shape.leftWidth());
        this.keys = JoinShape.keys(batch, shape.leftKeys());
        this.joined = Rows.columns(conditions.isEmpty() ? 0 : shape.leftWidth() + shape.rightWidth());
    }

    @Override
    public int next(long[][] columns) {
        if (!built) {
            build.read(right);
            built = true;
        }
        while (true) {
            pairs.count = 0;
            probe();
            meter.step(pairs.count);
            if (pairs.count > 0) {
                hold();
                if (pairs.count > 0) {
                    shape.gather(pairs, batch, build.columns(), columns);
                    return pairs.count;
                }
            } else if (row == rows && partner < 0) {
                int lonely = unmatched(columns);
                if (lonely > 0 || !read()) {
                    return lonely;
                }
            }
        }
    }

    private boolean read() {
        rows = left.next(batch);
        meter.step(rows);
        row = 0;
        alone = 0;
        Arrays.fill(kept, false);
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
    }

    /// Drops the pairs that fail a condition, and marks the left rows of the others.
    private void hold() {
        shape.keepCompatible(pairs, batch, build.columns());
        for (IdTest condition : conditions) {
            everything.gather(pairs, batch, build.columns(), joined);
            int left = pairs.count == 0 ? 0 : condition.select(joined, pairs.count, selected);
            for (int i = 0; i < left; i++) {
                pairs.left[i] = pairs.left[selected[i]];
                pairs.right[i] = pairs.right[selected[i]];
            }
            pairs.count = left;
        }
        for (int i = 0; i < pairs.count; i++) {
            kept[pairs.left[i]] = true;
        }
    }

    private int unmatched(long[][] columns) {
        int found = 0;
        while (alone < rows) {
            if (!kept[alone]) {
                selected[found++] = alone;
            }
            alone++;
        }
        for (int i = 0; i < columns.length; i++) {
            int from = shape.output()[i];
            if (from < shape.leftWidth()) {
                Gather.rows(batch[from], selected, found, columns[i]);
            } else {
                Arrays.fill(columns[i], 0, found, 0L);
            }
        }
        return found;
    }

    @Override
    public void close() {
        left.close();
        right.close();
        build.close();
    }
}
