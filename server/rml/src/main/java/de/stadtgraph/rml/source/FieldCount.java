package de.stadtgraph.rml.source;

/// A field seen in the data.
///
/// @param filled records in which it has a value
public record FieldCount(String field, long filled) {}
