package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.JoinShape;
import de.stadtgraph.snapshot.exec.Lookup;
import de.stadtgraph.snapshot.exec.LookupJoinRows;
import de.stadtgraph.snapshot.exec.PackedRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;
import java.util.function.LongFunction;

/// Rows with one more variable: each node that a path reaches from a variable of the row.
public final class ReachStep extends Step {
    private static final double FAN_OUT = 10;

    private final Step input;
    private final int start;
    private final LongFunction<Rows> reached;

    /// Makes a step.
    ///
    /// @param start where the path begins; certain in the input
    /// @param end the new variable
    /// @param reached the nodes reached from a node, in one column
    public ReachStep(Step input, int start, int end, LongFunction<Rows> reached) {
        super(input.shape()
                .and(
                        Shape.of(new int[] {end}, FAN_OUT * input.shape().rows()),
                        FAN_OUT * input.shape().rows(),
                        input.shape().sorted()));
        this.input = input;
        this.start = start;
        this.reached = reached;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        int[] layout = Variables.appended(Variables.shared(wanted, input.shape().variables()), new int[] {start});
        int place = Variables.place(layout, start);
        int[] output = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            int known = Variables.place(layout, wanted[i]);
            output[i] = known >= 0 ? known : layout.length;
        }
        int[] none = {};
        JoinShape shape = new JoinShape(layout.length, 1, none, none, none, none, output);
        Lookup lookup = (columns, row) -> reached.apply(columns[place][row]);
        Rows rows = new LookupJoinRows(input.open(layout, meter), lookup, shape, LookupJoinRows.Alone.DROPPED, meter);
        return new PackedRows(rows, wanted.length);
    }

    @Override
    public List<Step> inputs() {
        return List.of(input);
    }

    @Override
    public String label() {
        return "path";
    }
}
