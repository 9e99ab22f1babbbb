package de.stadtgraph.bench.sparql;

import java.util.concurrent.atomic.AtomicInteger;

/// Asks each time under a time limit that differs by a millisecond, so that the server does not answer from its cache
/// of
/// results: what is measured is the engine. Thread-safe.
final class UncachedRequests {
    private static final int DIFFERENT = 1_000;

    private final int millis;
    private final AtomicInteger requests = new AtomicInteger();

    /// @param millis the longest of the limits
    UncachedRequests(int millis) {
        this.millis = millis;
    }

    /// The next parameter of a form.
    String next() {
        return "&timeout=" + (millis - requests.getAndIncrement() % DIFFERENT) + "ms";
    }
}
