package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.IdTest;
import de.stadtgraph.snapshot.exec.LeftJoinRows;
import de.stadtgraph.snapshot.exec.LookupJoinRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;
import java.util.Optional;

/// OPTIONAL. Its rows are not sorted as the left side: those without a partner come after the others of their batch.
public final class LeftJoinStep extends Step {
    private final Step left;
    private final Step right;
    private final List<Condition> conditions;
    private final Optional<Pattern> lookedUp;

    public LeftJoinStep(Step left, Step right, List<Condition> conditions) {
        super(left.shape()
                .and(
                        right.shape().optional(),
                        Math.max(left.shape().rows(), Estimates.join(left.shape(), right.shape())),
                        Shape.UNSORTED));
        this.left = left;
        this.right = right;
        this.conditions = conditions;
        this.lookedUp = lookedUp();
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        if (lookedUp.isPresent()) {
            return lookedUp(lookedUp.get(), wanted, meter);
        }
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

    /// The right side's pattern, where it takes less to look few left rows up than to keep all right ones.
    private Optional<Pattern> lookedUp() {
        int[] keys = keys();
        boolean fits = keys.length > 0 && conditions.isEmpty();
        for (int key : keys) {
            fits &= left.shape().isCertain(key);
        }
        double rows = shape().rows();
        double looked = Estimates.lookup(left.shape().rows(), rows);
        double kept = Estimates.hash(left.shape().rows(), right.shape().rows(), rows);
        return fits
                        && looked < kept
                        && right instanceof ScanStep scan
                        && scan.scan().isWhole()
                ? Optional.of(scan.pattern())
                : Optional.empty();
    }

    private int[] keys() {
        return Variables.shared(left.shape().variables(), right.shape().variables());
    }

    private Rows lookedUp(Pattern pattern, int[] wanted, Meter meter) {
        return PatternLookup.of(left.shape(), pattern, keys(), wanted)
                .join(left, wanted, LookupJoinRows.Alone.KEPT, meter);
    }

    @Override
    public List<Step> inputs() {
        return List.of(left, right);
    }

    @Override
    public String label() {
        return lookedUp.isPresent() ? "left join by lookup" : "left join";
    }
}
