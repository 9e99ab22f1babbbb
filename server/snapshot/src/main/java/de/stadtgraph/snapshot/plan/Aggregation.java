package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Aggregate;

/// An aggregate of a group step.
public interface Aggregation {

    /// The variable that gets its value.
    int variable();

    /// The variables it reads.
    int[] reads();

    /// The aggregate for rows of a layout.
    Aggregate open(int[] layout, Meter meter);

    /// The tags that the value can have.
    int tags();

    String label();
}
