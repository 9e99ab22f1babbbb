package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.exec.IdTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition on variables, as a filter has it.
public interface Condition {

    /// A range of ids, both ends within.
    record Range(long low, long high) {}

    /// The variables it reads.
    int[] variables();

    /// The test for rows of a layout.
    IdTest test(int[] layout);

    /// The ranges of ids that hold, if it reads one variable whose ids have only these tags; else nothing.
    @Nullable
    List<Range> ranges(int tags);

    /// Expected share of rows that hold.
    double share();

    String label();
}
