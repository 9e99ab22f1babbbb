package de.stadtgraph.snapshot.exec;

/// An aggregate over groups (SPARQL 1.1, section 18.5.1). Belongs to one query.
public interface Aggregate extends AutoCloseable {

    /// Takes the rows of a batch.
    void add(long[][] columns, RowGroups groups);

    /// The value of a group that has rows; 0 when there is none.
    long result(int group);

    /// The value when there is no row at all and no GROUP BY.
    long empty();

    @Override
    default void close() {}
}
