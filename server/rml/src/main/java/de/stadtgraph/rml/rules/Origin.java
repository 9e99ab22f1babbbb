package de.stadtgraph.rml.rules;

/// `rml:AbstractLogicalSource` (RML-LV): where the rows of a triples map come from.
public sealed interface Origin permits LogicalSource, LogicalView {
    /// A label for messages.
    String name();

    long line();
}
