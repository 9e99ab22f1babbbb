package de.stadtgraph.snapshot.exec;

import java.util.List;

/// The rows of several sources, one after the other.
public final class UnionRows implements Rows {
    private final List<Rows> sources;
    private int current;

    public UnionRows(List<Rows> sources) {
        this.sources = sources;
    }

    @Override
    public int next(long[][] columns) {
        while (current < sources.size()) {
            int rows = sources.get(current).next(columns);
            if (rows > 0) {
                return rows;
            }
            current++;
        }
        return 0;
    }

    @Override
    public void close() {
        sources.forEach(Rows::close);
    }
}
