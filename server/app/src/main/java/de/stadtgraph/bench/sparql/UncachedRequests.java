package de.stadtgraph.bench.sparql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks a query each time under a time limit that differs by a millisecond, so that the server does not answer from its
/// cache of results: what is measured is the engine. Thread-safe.
final class UncachedRequests {
    private static final int MOST = 3_000;

    private final int millis;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    /// @param millis the longest of the limits
    UncachedRequests(int millis) {
        this.millis = millis;
    }

    /// The next parameter of a form with this query.
    ///
    /// @throws IllegalStateException when the query was asked 3,000 times: an answer could come from the cache then
    String next(String query) {
        int number = requests.computeIfAbsent(query, _ -> new AtomicInteger()).getAndIncrement();
        if (number >= MOST) {
            throw new IllegalStateException("a query was asked more than " + MOST + " times");
        }
        return "&timeout=" + (millis - number) + "ms";
    }
}
