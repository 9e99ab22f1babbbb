package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.IdTest;
import de.stadtgraph.snapshot.exec.JoinShape;
import de.stadtgraph.snapshot.exec.LeftJoinRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.Arrays;
import java.util.List;

/// OPTIONAL: shared variables are certain on both sides.
public final class LeftJoinStep extends Step {
    private final Step left;
    private final Step right;
    private final List<Condition> conditions;

    public LeftJoinStep(Step left, Step right, List<Condition> conditions) {
        super(left.shape()
                .and(
                        right.shape().optional(),
                        Math.max(left.shape().rows(), Estimates.join(left.shape(), right.shape())),
                        left.shape().sorted()));
        this.left = left;
        this.right = right;
        this.conditions = conditions;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        int[] read = wanted;
        for (Condition condition : conditions) {
            read = Variables.appended(read, condition.variables());
        }
        int[] keys = Variables.shared(left.shape().variables(), right.shape().variables());
        int[] leftLayout = Variables.appended(Variables.shared(read, left.shape().variables()), keys);
        int[] rightOnly = Variables.without(Variables.shared(read, right.shape().variables()), leftLayout);
        int[] rightLayout = Variables.appended(rightOnly, keys);
        JoinShape shape = JoinStep.shape(leftLayout, rightLayout, keys, wanted);
        int[] both = Arrays.copyOf(leftLayout, leftLayout.length + rightLayout.length);
        System.arraycopy(rightLayout, 0, both, leftLayout.length, rightLayout.length);
        List<IdTest> tests = conditions.stream().map(each -> each.test(both)).toList();
        return new LeftJoinRows(left.open(leftLayout, meter), right.open(rightLayout, meter), shape, tests, meter);
    }

    @Override
    public List<Step> inputs() {
        return List.of(left, right);
    }

    @Override
    public String label() {
        return "left join";
    }
}
