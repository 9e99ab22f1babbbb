package de.stadtgraph.snapshot.exec;

/// Rows that rise in one column, and can leave out what is below a key without reading it.
public interface SortedRows extends Rows {

    /// Goes on with the first row whose sorted column is at least the key; never backwards.
    void seek(long key);
}
