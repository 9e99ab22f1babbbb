package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs queries on one engine: once cold, then warm until the time or the runs are spent, then once for the checksums.
///
/// @param seconds how long the warm runs of a query may take together
record QueryRuns(double seconds) {
    private static final int MOST_RUNS = 15;

    /// Measures a query. Without a kept answer the first engine's counts as right.
    Measured measure(Endpoint endpoint, ReferenceQuery query, @Nullable Answer expected) throws InterruptedException {
        try {
            long start = System.nanoTime();
            long bytes = endpoint.drain(query.text());
            double cold = millisSince(start);
            List<Double> warm = new ArrayList<>();
            double spent = 0;
            while (warm.isEmpty() || (warm.size() < MOST_RUNS && spent < seconds * 1_000)) {
                long begun = System.nanoTime();
                bytes = endpoint.drain(query.text());
                warm.add(millisSince(begun));
                spent += warm.getLast();
            }
            Collections.sort(warm);
            Answer answer = endpoint.answer(query.text());
            String verdict = expected == null ? "not compared" : expected.verdict(answer);
            return new Measured(cold, warm.get(warm.size() / 2), warm.size(), bytes, verdict);
        } catch (IOException e) {
            return Measured.failed(String.valueOf(e.getMessage()));
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
