package de.stadtgraph.rml.source;

/// A column of a CSV file.
///
/// @param index 0 is the first
public record Column(int index, String field) implements Reference {}
