package de.stadtgraph.snapshot.column;

/// Rows of a permutation that stand side by side.
///
/// @param from number of the first row
/// @param to number of the row behind the last one
public record Range(long from, long to) {
    public static final Range EMPTY = new Range(0, 0);

    public Range {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range: " + from + " to " + to);
        }
    }

    public long rows() {
        return to - from;
    }

    public boolean isEmpty() {
        return to == from;
    }
}
