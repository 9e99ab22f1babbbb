package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.LookupJoinRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;

/// Join of few rows with a pattern: a range of the index is opened for each row.
final class LookupStep extends Step {
    private final Step left;
    private final Pattern pattern;
    private final int[] keys;

    /// Makes a step.
    ///
    /// @param keys variables of the pattern that the left side binds
    LookupStep(Step left, Pattern pattern, int[] keys, Shape shape) {
        super(shape);
        this.left = left;
        this.pattern = pattern;
        this.keys = keys;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        return PatternLookup.of(left.shape(), pattern, keys, wanted)
                .join(left, wanted, LookupJoinRows.Alone.DROPPED, meter);
    }

    @Override
    public List<Step> inputs() {
        return List.of(left);
    }

    @Override
    public String label() {
        return "lookup " + pattern;
    }
}
