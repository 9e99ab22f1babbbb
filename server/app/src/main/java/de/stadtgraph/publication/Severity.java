package de.stadtgraph.publication;

/// How much a finding weighs. Heaviest first.
public enum Severity {
    /// Nothing is published.
    BLOCK,
    VIOLATION,
    WARNING,
    INFO
}
