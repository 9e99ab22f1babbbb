package de.stadtgraph.snapshot.exec;

/// A condition on rows. An error is not true. One query, one thread.
public interface IdTest {

    /// Writes the indexes of the rows that hold into `selected`, rising.
    ///
    /// @return how many hold
    int select(long[][] columns, int rows, int[] selected);
}
