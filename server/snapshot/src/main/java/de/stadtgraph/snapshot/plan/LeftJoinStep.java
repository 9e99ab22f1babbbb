package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.IdTest;
import de.stadtgraph.snapshot.exec.LeftJoinRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;

/// OPTIONAL. Its rows are not sorted as the left side: those without a partner come after the others of their batch.
public final class LeftJoinStep extends Step {
    private final Step left;
    private final Step right;
    private final List<Condition> conditions;

    public LeftJoinStep(Step left, Step right, List<Condition> conditions) {
        super(left.shape()
                .and(
                        right.shape().optional(),
                        Math.max(left.shape().rows(), Estimates.join(left.shape(), right.shape())),
                        Shape.UNSORTED));
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
        JoinLayout layout = JoinLayout.of(left.shape(), right.shape(), read, -1);
        int[] both = layout.both();
        List<IdTest> tests = conditions.stream().map(each -> each.test(both)).toList();
        Rows leftRows = left.open(layout.left(), meter);
        Rows rightRows = right.open(layout.right(), meter);
        return new LeftJoinRows(leftRows, rightRows, layout.shape(), tests, meter);
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
