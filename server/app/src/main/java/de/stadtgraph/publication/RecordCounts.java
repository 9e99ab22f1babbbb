package de.stadtgraph.publication;

/// What became of the records of a delivery.
///
/// @param read records read
/// @param mapped records that made statements
/// @param rejected records that could not be mapped
public record RecordCounts(long read, long mapped, long rejected) {
    /// For what was not made of records: RDF files.
    public static final RecordCounts NONE = new RecordCounts(0, 0, 0);
}
