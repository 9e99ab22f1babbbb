package de.stadtgraph.snapshot;

/// The account of one running query: every operator charges what it touches and holds before it does so.
///
/// An implementation throws its own unchecked exception once a limit is passed or the query is cancelled; engines
/// let it through. But ARQ takes one that a FILTER throws for "not true": so a stop is final, each later charge
/// throws again, and who reads the answer asks the meter once more at its end. One meter belongs to one query and
/// is called by the threads of that query only.
public interface Meter {

    /// Charges rows touched by an operator.
    ///
    /// @param rows number of rows, at least 0
    void step(long rows);

    /// Charges memory, before it is allocated.
    ///
    /// @param bytes number of bytes, at least 0
    void hold(long bytes);

    /// Gives memory back.
    ///
    /// @param bytes number of bytes that were held
    void free(long bytes);
}
