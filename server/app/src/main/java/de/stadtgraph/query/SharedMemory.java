package de.stadtgraph.query;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What all running queries hold together. When it is too much, the largest holder goes. Thread-safe.
final class SharedMemory {
    private final long limit;
    private final AtomicLong held = new AtomicLong();
    private final Set<QueryMeter> holders = ConcurrentHashMap.newKeySet();

    SharedMemory(long limit) {
        this.limit = limit;
    }

    void join(QueryMeter meter) {
        holders.add(meter);
    }

    /// Takes or, with a negative number, gives back.
    void add(long bytes) {
        if (held.addAndGet(bytes) > limit && bytes > 0) {
            dismissLargest();
        }
    }

    /// One at a time: while a holder is on its way out, what it holds counts as free.
    private synchronized void dismissLargest() {
        long going = holders.stream()
                .filter(QueryMeter::isDismissed)
                .mapToLong(QueryMeter::held)
                .sum();
        if (held.get() - going > limit) {
            holders.stream()
                    .filter(meter -> !meter.isDismissed())
                    .max(Comparator.comparingLong(QueryMeter::held))
                    .ifPresent(meter -> meter.dismiss(limit));
        }
    }

    void leave(QueryMeter meter) {
        holders.remove(meter);
    }

    long held() {
        return held.get();
    }
}
