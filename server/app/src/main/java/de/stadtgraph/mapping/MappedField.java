package de.stadtgraph.mapping;

/// A field of the raw data.
///
/// @param name column, or path in a record
/// @param filled number of records in which it has a value
/// @param used whether a rule of the mapping reads it
public record MappedField(String name, long filled, boolean used) {}
