package de.stadtgraph.bench.sparql;

import java.util.Locale;

/// What one engine did with one query.
///
/// @param coldMillis first run after the start
/// @param warmMillis median of the following runs
/// @param warmRuns how many these were
/// @param bytes bytes of the answer
/// @param verdict `equal`, or what is wrong with the answer
record Measured(double coldMillis, double warmMillis, int warmRuns, long bytes, String verdict) {
    private static final int FEW_RUNS = 5;

    static Measured failed(String reason) {
        return new Measured(Double.NaN, Double.NaN, 0, 0, "FAILED: " + reason);
    }

    /// Whether the answer is right: an engine that cuts, refuses or differs has no time.
    boolean isRight() {
        return verdict.startsWith("equal");
    }

    /// One line for who waits; few warm runs are marked as weak.
    String line(String engine, String query) {
        if (warmRuns == 0) {
            return engine + " " + query + ": " + verdict;
        }
        String weak = warmRuns < FEW_RUNS ? ", weak" : "";
        return String.format(
                Locale.ROOT,
                "%s %s: warm %.2f ms (%d runs%s), cold %.1f ms, %d bytes, %s",
                engine,
                query,
                warmMillis,
                warmRuns,
                weak,
                coldMillis,
                bytes,
                verdict);
    }
}
