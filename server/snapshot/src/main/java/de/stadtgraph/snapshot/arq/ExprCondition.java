package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.exec.IdMemo;
import de.stadtgraph.snapshot.exec.IdTest;
import de.stadtgraph.snapshot.exec.RangeTest;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.plan.Condition;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.jspecify.annotations.Nullable;

/// A filter expression as a condition on ids: as ranges where the tags allow it, else once a distinct id when it reads
/// one variable, else row by row.
final class ExprCondition implements Condition {
    private static final double EQUAL_SHARE = 0.05;
    private static final double OTHER_SHARE = 0.33;

    private final Evaluation evaluation;
    private final int tags;
    private @Nullable List<Range> known;
    private int knownTags;

    /// Makes a condition.
    ///
    /// @param tags the tags that the ids of its only variable can have
    ExprCondition(Evaluation evaluation, int tags) {
        this.evaluation = evaluation;
        this.tags = tags;
    }

    @Override
    public int[] variables() {
        return evaluation.variables();
    }

    @Override
    public IdTest test(int[] layout) {
        int[] places = evaluation.places(layout);
        if (places.length != 1 || places[0] < 0) {
            return (columns, rows, selected) -> each(columns, places, rows, selected);
        }
        List<Range> ranges = ranges(tags);
        if (ranges != null) {
            return new RangeTest(
                    places[0],
                    ranges.stream().mapToLong(Range::low).toArray(),
                    ranges.stream().mapToLong(Range::high).toArray());
        }
        Optional<IdTest> text = TextTest.of(evaluation, places[0]);
        if (text.isPresent()) {
            return text.get();
        }
        IdMemo memo = new IdMemo(
                id -> evaluation.holds(id) ? 1 : 0, evaluation.terms().meter());
        long[] truths = new long[Rows.BATCH];
        return (columns, rows, selected) -> {
            memo.fill(columns[places[0]], rows, truths);
            return chosen(truths, rows, selected);
        };
    }

    private static int chosen(long[] truths, int rows, int[] selected) {
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            selected[kept] = row;
            kept += (int) truths[row];
        }
        return kept;
    }

    private int each(long[][] columns, int[] places, int rows, int[] selected) {
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            selected[kept] = row;
            kept += evaluation.holds(columns, places, row) ? 1 : 0;
        }
        return kept;
    }

    /// Found by many comparisons, so that they are kept for the tags that were asked for last.
    @Override
    public @Nullable List<Range> ranges(int tags) {
        if (evaluation.variables().length != 1) {
            return null;
        }
        if (knownTags != tags) {
            known = new IdRanges(evaluation).of(tags);
            knownTags = tags;
        }
        return known;
    }

    @Override
    public double share() {
        boolean equal = evaluation.expression() instanceof E_Equals || evaluation.expression() instanceof E_SameTerm;
        return equal ? EQUAL_SHARE : OTHER_SHARE;
    }

    @Override
    public String label() {
        return evaluation.expression().toString();
    }
}
