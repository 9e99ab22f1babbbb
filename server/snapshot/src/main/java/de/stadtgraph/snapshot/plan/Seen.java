package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SortedRows;

/// What a step did: rows handed on, time with its inputs. One run of a query.
public final class Seen {
    private long rows;
    private long nanos;

    public long rows() {
        return rows;
    }

    public long nanos() {
        return nanos;
    }

    void forget() {
        rows = 0;
        nanos = 0;
    }

    Rows watched(Rows source) {
        return new Watched(source, this);
    }

    private record Watched(Rows source, Seen seen) implements SortedRows {
        @Override
        public int next(long[][] columns) {
            long start = System.nanoTime();
            int rows = source.next(columns);
            seen.rows += rows;
            seen.nanos += System.nanoTime() - start;
            return rows;
        }

        @Override
        public void seek(long key) {
            if (source instanceof SortedRows sorted) {
                sorted.seek(key);
            }
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
