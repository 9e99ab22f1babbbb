package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;

/// Only some of the variables can be seen from outside.
public final class ProjectStep extends Step {
    private final Step input;

    public ProjectStep(Step input, int[] variables) {
        super(input.shape().only(variables));
        this.input = input;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        return input.open(wanted, meter);
    }

    @Override
    public List<Step> inputs() {
        return List.of(input);
    }

    @Override
    public String label() {
        return "project";
    }
}
