package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.HashJoinRows;
import de.stadtgraph.snapshot.exec.MergeJoinRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;

/// Join of two steps on the variables that both may bind. Only a hash join takes variables that may be unbound.
final class JoinStep extends Step {

    /// How the partners are found.
    enum Kind {
        MERGE,
        HASH
    }

    private final Step left;
    private final Step right;
    private final Kind kind;

    JoinStep(Step left, Step right, Kind kind, Shape shape) {
        super(shape);
        this.left = left;
        this.right = right;
        this.kind = kind;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        int first = kind == Kind.MERGE ? left.shape().sorted() : -1;
        JoinLayout layout = JoinLayout.of(left.shape(), right.shape(), wanted, first);
        Rows leftRows = left.open(layout.left(), meter);
        Rows rightRows = right.open(layout.right(), meter);
        return switch (kind) {
            case MERGE -> new MergeJoinRows(leftRows, rightRows, layout.shape(), meter);
            case HASH -> new HashJoinRows(leftRows, rightRows, layout.shape(), meter);
        };
    }

    @Override
    public List<Step> inputs() {
        return List.of(left, right);
    }

    @Override
    public String label() {
        boolean product =
                Variables.shared(left.shape().variables(), right.shape().variables()).length == 0;
        return switch (kind) {
            case MERGE -> "merge join";
            case HASH -> product ? "product" : "hash join";
        };
    }
}
