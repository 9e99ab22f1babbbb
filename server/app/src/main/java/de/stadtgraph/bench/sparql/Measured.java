package de.stadtgraph.bench.sparql;

/// What one engine did with one query.
///
/// @param coldMillis first run after the start
/// @param warmMillis median of the following runs
/// @param warmRuns how many these were
/// @param bytes bytes of the answer
/// @param verdict `equal`, or what is wrong with the answer
record Measured(double coldMillis, double warmMillis, int warmRuns, long bytes, String verdict) {

    static Measured failed(String reason) {
        return new Measured(Double.NaN, Double.NaN, 0, 0, "FAILED: " + reason);
    }

    /// Whether the answer is right: an engine that cuts, refuses or differs has no time.
    boolean isRight() {
        return verdict.startsWith("equal");
    }
}
