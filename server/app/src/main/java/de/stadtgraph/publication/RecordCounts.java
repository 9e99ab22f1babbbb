package de.stadtgraph.publication;

/// Source records of one run. Immutable.
///
/// @param read records read
/// @param mapped records that gave statements
/// @param rejected records that could not be mapped
public record RecordCounts(long read, long mapped, long rejected) {}
