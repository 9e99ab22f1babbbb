package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.exec.IdMemo;
import de.stadtgraph.snapshot.exec.IdValue;
import de.stadtgraph.snapshot.plan.Computed;
import java.util.Arrays;

/// An expression whose value becomes a variable: once a distinct id when it reads one variable, else row by row.
final class ExprComputed implements Computed {
    private final Evaluation evaluation;
    private final int tags;
    private final boolean certain;

    /// Makes an expression.
    ///
    /// @param tags the tags that its value can have
    /// @param certain whether it always has a value
    ExprComputed(Evaluation evaluation, int tags, boolean certain) {
        this.evaluation = evaluation;
        this.tags = tags;
        this.certain = certain;
    }

    @Override
    public int[] variables() {
        return evaluation.variables();
    }

    @Override
    public IdValue value(int[] layout) {
        int[] places = evaluation.places(layout);
        if (places.length == 0) {
            long constant = evaluation.value(0);
            return (_, rows, into) -> Arrays.fill(into, 0, rows, constant);
        }
        if (places.length > 1 || places[0] < 0) {
            return (columns, rows, into) -> {
                for (int row = 0; row < rows; row++) {
                    into[row] = evaluation.value(columns, places, row);
                }
            };
        }
        if (evaluation.expression().isVariable()) {
            return (columns, rows, into) -> System.arraycopy(columns[places[0]], 0, into, 0, rows);
        }
        IdMemo memo = new IdMemo(
                DateParts.of(evaluation).orElse(evaluation::value),
                evaluation.terms().meter());
        return (columns, rows, into) -> memo.fill(columns[places[0]], rows, into);
    }

    @Override
    public int tags() {
        return tags;
    }

    @Override
    public boolean isCertain() {
        return certain;
    }
}
