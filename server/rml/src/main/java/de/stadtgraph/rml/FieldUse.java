package de.stadtgraph.rml;

/// A field seen in the data: a column, or a path of JSON such as `properties.gid` or `names[*]`.
///
/// @param filled records in which it has a value
/// @param used whether a rule uses it, or a node that contains it
public record FieldUse(String field, long filled, boolean used) {}
