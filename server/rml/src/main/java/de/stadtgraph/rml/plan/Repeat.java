package de.stadtgraph.rml.plan;

/// Whether a rule may make a line more than once.
public enum Repeat {
    /// Proven not to.
    NEVER,
    /// Only among the lines of one record.
    IN_RECORD,
    /// In any records of the run.
    IN_RUN
}
