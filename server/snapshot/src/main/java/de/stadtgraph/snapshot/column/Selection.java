package de.stadtgraph.snapshot.column;

/// The rows of a batch that stay. One thread; it remembers the last triple that stayed.
final class Selection {
    private final int[] rows;
    private int size;
    private long subject;
    private long predicate;
    private long object;

    /// @param capacity rows in a batch, at most
    Selection(int capacity) {
        rows = new int[capacity];
    }

    int size() {
        return size;
    }

    void all(int count) {
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        size = count;
    }

    void keep(long[] graphs, GraphFilter filter) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            rows[kept] = row;
            kept += filter.admits(graphs[row]) ? 1 : 0;
        }
        size = kept;
    }

    /// Forgets the last triple that stayed: the next rows are of another range.
    void forget() {
        subject = 0;
        predicate = 0;
        object = 0;
    }

    /// Drops a row that has the triple of the row kept before it.
    void dropRepeats(long[] subjects, long[] predicates, long[] objects) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            if (subjects[row] == subject && predicates[row] == predicate && objects[row] == object) {
                continue;
            }
            subject = subjects[row];
            predicate = predicates[row];
            object = objects[row];
            rows[kept++] = row;
        }
        size = kept;
    }

    void compact(long[] values) {
        for (int i = 0; i < size; i++) {
            values[i] = values[rows[i]];
        }
    }
}
