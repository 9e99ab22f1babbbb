package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;

/// A step whose number of rows is known better than it knows itself.
final class SizedStep extends Step {
    private final Step input;

    SizedStep(Step input, double rows) {
        super(input.shape().withRows(rows));
        this.input = input;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        return input.open(wanted, meter);
    }

    @Override
    public List<Step> inputs() {
        return input.inputs();
    }

    @Override
    public String label() {
        return input.label();
    }
}
