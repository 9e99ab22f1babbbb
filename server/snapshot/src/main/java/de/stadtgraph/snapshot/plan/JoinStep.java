package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.HashJoinRows;
import de.stadtgraph.snapshot.exec.JoinShape;
import de.stadtgraph.snapshot.exec.MergeJoinRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;

/// Join of two steps on the variables that both bind; they are certain on both sides.
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
        int[] keys = keys();
        int[] leftLayout = Variables.appended(Variables.shared(wanted, left.shape().variables()), keys);
        int[] rightOnly =
                Variables.without(Variables.shared(wanted, right.shape().variables()), leftLayout);
        int[] rightLayout = Variables.appended(rightOnly, keys);
        JoinShape shape = shape(leftLayout, rightLayout, keys, wanted);
        Rows leftRows = left.open(leftLayout, meter);
        Rows rightRows = right.open(rightLayout, meter);
        return switch (kind) {
            case MERGE -> new MergeJoinRows(leftRows, rightRows, shape, meter);
            case HASH -> new HashJoinRows(leftRows, rightRows, shape, meter);
        };
    }

    /// The variable in which both sides rise comes first.
    private int[] keys() {
        int[] keys = Variables.shared(left.shape().variables(), right.shape().variables());
        return kind == Kind.MERGE
                ? Variables.appended(new int[] {left.shape().sorted()}, keys)
                : keys;
    }

    /// Where each column comes from.
    static JoinShape shape(int[] left, int[] right, int[] keys, int[] wanted) {
        int[] output = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            int place = Variables.place(left, wanted[i]);
            output[i] = place >= 0 ? place : left.length + Variables.place(right, wanted[i]);
        }
        return new JoinShape(
                left.length, right.length, Variables.places(left, keys), Variables.places(right, keys), output);
    }

    @Override
    public List<Step> inputs() {
        return List.of(left, right);
    }

    @Override
    public String label() {
        boolean product = keys().length == 0;
        return switch (kind) {
            case MERGE -> "merge join";
            case HASH -> product ? "product" : "hash join";
        };
    }
}
