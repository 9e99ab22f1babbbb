package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.ExtendedRows;
import de.stadtgraph.snapshot.exec.IdValue;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;

/// Rows with one more variable, computed from the others; unbound where the expression fails.
public final class ExtendStep extends Step {
    private final Step input;
    private final int variable;
    private final Computed computed;

    public ExtendStep(Step input, int variable, Computed computed) {
        super(shape(input.shape(), variable, computed));
        this.input = input;
        this.variable = variable;
        this.computed = computed;
    }

    private static Shape shape(Shape input, int variable, Computed computed) {
        int[] tags = {computed.tags()};
        Shape one = new Shape(
                new int[] {variable},
                new boolean[] {computed.isCertain()},
                tags,
                new double[] {input.rows()},
                Shape.UNSORTED,
                input.rows());
        return input.and(one, input.rows(), input.sorted());
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        if (!Variables.contains(wanted, variable)) {
            return input.open(wanted, meter);
        }
        int[] others = Variables.without(wanted, new int[] {variable});
        int[] layout = Variables.appended(others, computed.variables());
        int[] output = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            output[i] = wanted[i] == variable ? layout.length : Variables.place(layout, wanted[i]);
        }
        List<IdValue> values = List.of(computed.value(layout));
        return new ExtendedRows(input.open(layout, meter), layout.length, values, output);
    }

    @Override
    public List<Step> inputs() {
        return List.of(input);
    }

    @Override
    public String label() {
        return "extend";
    }
}
