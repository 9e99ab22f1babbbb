package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.DistinctRows;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SpreadRows;
import java.util.List;

/// Each row once. All variables count, whichever are wanted.
public final class DistinctStep extends Step {
    private final Step input;

    public DistinctStep(Step input) {
        super(input.shape().withRows(rows(input.shape())));
        this.input = input;
    }

    private static double rows(Shape input) {
        double rows = 1;
        for (int variable : input.variables()) {
            rows *= input.distinctOf(variable);
        }
        return Math.min(rows, input.rows());
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        int[] layout = Variables.appended(wanted, input.shape().variables());
        Rows rows = new DistinctRows(input.open(layout, meter), layout.length, meter);
        return layout.length == wanted.length
                ? rows
                : new SpreadRows(rows, layout.length, Variables.places(layout, wanted));
    }

    @Override
    public List<Step> inputs() {
        return List.of(input);
    }

    @Override
    public String label() {
        return "distinct";
    }
}
