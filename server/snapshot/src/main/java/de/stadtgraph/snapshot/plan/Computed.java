package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.exec.IdValue;

/// An expression whose value becomes a variable.
public interface Computed {

    /// The variables it reads.
    int[] variables();

    /// The value for rows of a layout.
    IdValue value(int[] layout);

    /// The tags that the value can have.
    int tags();

    /// Whether it always has a value.
    boolean isCertain();
}
