package de.stadtgraph.snapshot.exec;

/// The rows of the right side of a join for one row of the left side, found by an index.
public interface Lookup {

    /// Rows for one row of a batch.
    Rows open(long[][] columns, int row);
}
