package de.stadtgraph.snapshot.write;

/// Triples that are made of rows: three members each, in a row (SPARQL 1.1 Query, section 16.2).
///
/// @param rows what they are made of
/// @param columns the column of each member, -1 for a constant
/// @param constants the id of each member that is a constant
public record TripleTable(IdTable rows, int[] columns, long[] constants) {
    /// Subject, predicate, object.
    static final int MEMBERS = 3;

    int width() {
        return columns.length;
    }

    /// The id of a member in a row of a batch.
    long id(int member, long[][] batch, int row) {
        return columns[member] < 0 ? constants[member] : batch[columns[member]][row];
    }
}
