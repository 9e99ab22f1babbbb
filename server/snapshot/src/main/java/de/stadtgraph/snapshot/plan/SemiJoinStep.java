package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.JoinShape;
import de.stadtgraph.snapshot.exec.LooseSemiJoinRows;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SemiJoinRows;
import de.stadtgraph.snapshot.exec.SortedSemiJoinRows;
import java.util.List;

/// MINUS, EXISTS and NOT EXISTS.
public final class SemiJoinStep extends Step {
    private final Step left;
    private final Step right;
    private final SemiJoinRows.Kept kept;

    public SemiJoinStep(Step left, Step right, SemiJoinRows.Kept kept) {
        super(left.shape().withRows(left.shape().rows() / 2));
        this.left = left;
        this.right = right;
        this.kept = kept;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        JoinLayout layout = JoinLayout.of(left.shape(), right.shape(), wanted, -1);
        JoinShape shape = layout.shape();
        Rows leftRows = left.open(layout.left(), meter);
        Rows rightRows = right.open(layout.right(), meter);
        if (shape.leftLoose().length > 0) {
            return new LooseSemiJoinRows(leftRows, rightRows, shape, kept, meter);
        }
        return isSorted(shape)
                ? new SortedSemiJoinRows(leftRows, rightRows, shape, kept, meter)
                : new SemiJoinRows(leftRows, rightRows, shape, kept, meter);
    }

    /// Whether both sides rise in the only variable that they share.
    private boolean isSorted(JoinShape shape) {
        int sorted = left.shape().sorted();
        return shape.leftKeys().length == 1
                && sorted >= 0
                && sorted == right.shape().sorted()
                && left.shape().has(sorted)
                && right.shape().has(sorted);
    }

    @Override
    public List<Step> inputs() {
        return List.of(left, right);
    }

    @Override
    public String label() {
        return switch (kept) {
            case WITH_PARTNER -> "semi join";
            case WITHOUT_PARTNER -> "anti join";
        };
    }
}
