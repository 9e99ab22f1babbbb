package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.UnionRows;
import java.util.ArrayList;
import java.util.List;

/// UNION: the rows of all inputs, each with the variables that it knows.
public final class UnionStep extends Step {
    private final List<Step> inputs;

    /// Makes a step of at least one input.
    public UnionStep(List<Step> inputs) {
        super(inputs.stream().map(Step::shape).reduce(Shape::or).orElseThrow());
        this.inputs = List.copyOf(inputs);
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        List<Rows> sources = new ArrayList<>();
        inputs.forEach(input -> sources.add(input.open(wanted, meter)));
        return new UnionRows(sources);
    }

    @Override
    public List<Step> inputs() {
        return inputs;
    }

    @Override
    public String label() {
        return "union";
    }
}
