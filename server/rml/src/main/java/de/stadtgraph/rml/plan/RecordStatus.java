package de.stadtgraph.rml.plan;

/// What became of a record, if nothing was wrong with it.
public enum RecordStatus {
    /// It has a subject.
    MAPPED,
    /// A condition or an inner join passes it over.
    SKIPPED,
    /// No rule found a subject in it.
    NO_SUBJECT
}
