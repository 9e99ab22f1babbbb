package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SlicedRows;
import java.util.List;

/// LIMIT and OFFSET.
public final class SliceStep extends Step {
    private final Step input;
    private final long offset;
    private final long limit;

    public SliceStep(Step input, long offset, long limit) {
        super(input.shape().withRows(Math.min((double) limit, input.shape().rows())));
        this.input = input;
        this.offset = offset;
        this.limit = limit;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        return new SlicedRows(input.open(wanted, meter), offset, limit);
    }

    @Override
    public List<Step> inputs() {
        return List.of(input);
    }

    @Override
    public String label() {
        return "slice";
    }
}
