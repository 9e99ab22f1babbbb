package de.stadtgraph.snapshot.exec;

/// A value computed from a row; 0 where there is none. One query, one thread.
public interface IdValue {
    void fill(long[][] columns, int rows, long[] into);
}
