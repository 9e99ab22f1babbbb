package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.JoinShape;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SemiJoinRows;
import java.util.List;

/// MINUS, EXISTS and NOT EXISTS: shared variables are certain on both sides.
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
        int[] keys = Variables.shared(left.shape().variables(), right.shape().variables());
        int[] leftLayout = Variables.appended(wanted, keys);
        JoinShape shape = JoinStep.shape(leftLayout, keys, keys, wanted);
        return new SemiJoinRows(left.open(leftLayout, meter), right.open(keys, meter), shape, kept, meter);
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
