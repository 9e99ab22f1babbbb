package de.stadtgraph.query;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Looks at all running queries many times a second and tells the overdue and cancelled ones, so that a query ends even
/// where it takes no steps: in a sort, or in the inner loop of a join. One daemon thread, begun with the first query.
final class QueryClock {
    private static final Duration PACE = Duration.ofMillis(20);

    private final Set<QueryMeter> meters = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean sleeps;

    QueryClock() {
        thread = Thread.ofPlatform().daemon().name("query-clock").unstarted(this::tick);
    }

    void watch(QueryMeter meter) {
        meters.add(meter);
        if (begun.compareAndSet(false, true)) {
            thread.start();
        } else if (sleeps) {
            LockSupport.unpark(thread);
        }
    }

    void forget(QueryMeter meter) {
        meters.remove(meter);
    }

    private void tick() {
        while (true) {
            sleeps = true;
            if (meters.isEmpty()) {
                LockSupport.park();
            }
            sleeps = false;
            LockSupport.parkNanos(PACE.toNanos());
            meters.forEach(QueryMeter::tellIfOver);
        }
    }
}
