package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Join of few left rows with an index: one look-up a left row. Sorted as the left side.
public final class LookupJoinRows implements Rows {

    /// What becomes of a left row without a partner.
    public enum Alone {
        DROPPED,
        /// Unbound on the right.
        KEPT
    }

    private final Rows left;
    private final Lookup lookup;
    private final JoinShape shape;
    private final Alone alone;
    private final Meter meter;
    private final long[][] batch;
    private final long[][] found;
    private @Nullable Rows right;
    private int rows;
    private int row;
    private boolean any;

    /// Makes rows.
    ///
    /// @param shape its keys are not compared: the look-up has done it
    public LookupJoinRows(Rows left, Lookup lookup, JoinShape shape, Alone alone, Meter meter) {
        this.left = left;
        this.lookup = lookup;
        this.shape = shape;
        this.alone = alone;
        this.meter = meter;
        this.batch = Rows.columns(shape.leftWidth());
        this.found = Rows.columns(shape.rightWidth());
    }

    @Override
    public int next(long[][] columns) {
        int filled = 0;
        while (filled == 0) {
            if (right == null) {
                if (row == rows) {
                    rows = left.next(batch);
                    row = 0;
                    if (rows == 0) {
                        return 0;
                    }
                }
                meter.step(1);
                right = lookup.open(batch, row++);
                any = false;
            }
            filled = fill(right, columns);
            if (filled == 0) {
                right.close();
                right = null;
                filled = any || alone == Alone.DROPPED ? 0 : lonely(columns);
            }
            any = true;
        }
        return filled;
    }

    private int lonely(long[][] columns) {
        for (int i = 0; i < columns.length; i++) {
            int from = shape.output()[i];
            columns[i][0] = from < shape.leftWidth() ? batch[from][row - 1] : 0;
        }
        return 1;
    }

    /// The next partners of one left row. Many small answers stay small batches only when they are alone.
    private int fill(Rows partners, long[][] columns) {
        int matches = partners.next(found);
        meter.step(matches);
        for (int i = 0; i < columns.length; i++) {
            int from = shape.output()[i];
            if (from < shape.leftWidth()) {
                Arrays.fill(columns[i], 0, matches, batch[from][row - 1]);
            } else {
                System.arraycopy(found[from - shape.leftWidth()], 0, columns[i], 0, matches);
            }
        }
        return matches;
    }

    @Override
    public void close() {
        if (right != null) {
            right.close();
        }
        left.close();
    }
}
