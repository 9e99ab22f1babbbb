package de.stadtgraph.snapshot.column;

import java.util.Arrays;

/// Which graphs may be seen. For many threads.
public final class GraphFilter {
    private final long[] graphs;

    /// Only these.
    public GraphFilter(long... graphs) {
        this.graphs = graphs.clone();
        Arrays.sort(this.graphs);
    }

    public boolean admits(long graph) {
        return Arrays.binarySearch(graphs, graph) >= 0;
    }

    /// What is known of a block before it is read.
    Verdict judge(Permutation permutation, int block) {
        int count = permutation.graphs(block);
        if (count < 0) {
            return Verdict.SOME;
        }
        int admitted = 0;
        for (int i = 0; i < count; i++) {
            admitted += admits(permutation.graph(block, i)) ? 1 : 0;
        }
        if (admitted == 0) {
            return Verdict.NONE;
        }
        return admitted == count ? Verdict.ALL : Verdict.SOME;
    }

    /// How many rows of a block are in graphs that may be seen.
    enum Verdict {
        NONE,
        SOME,
        ALL
    }
}
