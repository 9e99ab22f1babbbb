package de.stadtgraph.cli;

import de.stadtgraph.pipeline.Progress;
import java.io.PrintStream;
import java.util.Locale;

/// Progress as plain lines: one when a step ends. One thread at a time.
final class LineProgress implements Progress {
    private final PrintStream err;

    LineProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public Step start(String what, long total) {
        long start = System.nanoTime();
        return new Step() {
            @Override
            public void reach(long done) {
                // only the end is told
            }

            @Override
            public void close() {
                double seconds = (System.nanoTime() - start) / 1e9;
                err.println(String.format(Locale.ROOT, "%-28s %6.1f s", what, seconds));
            }
        };
    }
}
