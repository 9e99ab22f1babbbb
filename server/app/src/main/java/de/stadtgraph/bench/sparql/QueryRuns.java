package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a query on one engine: once cold, then until it is warm; when all queries have been, again until the time or
/// the runs are spent, then once for the checksums.
///
/// The runs that warm up are as many for every engine and count for none: virtual machines compile while they run, that
/// of the client, too.
///
/// @param seconds how long the runs to warm up may take, and the warm runs again
record QueryRuns(double seconds) {
    private static final int WARMING_RUNS = 1_000;
    private static final int RUNS_BEFORE = 100;
    private static final int MOST_RUNS = 51;

    /// Runs a query until engine and client are warm, before any is measured.
    void warm(Endpoint endpoint, ReferenceQuery query) throws InterruptedException {
        try {
            times(endpoint, query, WARMING_RUNS);
        } catch (IOException _) {
            // the measured runs say why
        }
    }

    /// Measures a query. Without a kept answer the first engine's counts as right.
    ///
    /// @param coldMillis how long the first run after the start took
    Measured measure(Endpoint endpoint, ReferenceQuery query, double coldMillis, @Nullable Answer expected)
            throws InterruptedException {
        try {
            times(endpoint, query, RUNS_BEFORE);
            List<Double> warm = times(endpoint, query, MOST_RUNS);
            Collections.sort(warm);
            long bytes = endpoint.drain(query.text());
            Answer answer = endpoint.answer(query.text());
            String verdict = expected == null ? "not compared" : expected.verdict(answer);
            return new Measured(coldMillis, warm.get(warm.size() / 2), warm.size(), bytes, verdict);
        } catch (IOException e) {
            return Measured.failed(String.valueOf(e.getMessage()));
        }
    }

    private List<Double> times(Endpoint endpoint, ReferenceQuery query, int most)
            throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        double spent = 0;
        while (times.isEmpty() || (times.size() < most && spent < seconds * 1_000)) {
            times.add(millis(endpoint, query));
            spent += times.getLast();
        }
        return times;
    }

    /// Milliseconds of one run.
    double millis(Endpoint endpoint, ReferenceQuery query) throws IOException, InterruptedException {
        long start = System.nanoTime();
        endpoint.drain(query.text());
        return (System.nanoTime() - start) / 1e6;
    }
}
