package de.stadtgraph.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// A bucket a caller, filled at a steady rate: what is taken beyond it has to be waited for. Keeps the callers of the
/// last minutes in memory, never on disk. Thread-safe.
public final class CallerBuckets {
    private static final int MOST_CALLERS = 10_000;
    private static final double NANOS = 1e9;

    private final double capacity;
    private final double perSecond;
    private final LongSupplier clock;
    private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /// @param capacity what a caller may take at once
    /// @param perSecond what comes back in a second
    public CallerBuckets(double capacity, double perSecond) {
        this(capacity, perSecond, System::nanoTime);
    }

    CallerBuckets(double capacity, double perSecond, LongSupplier clock) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    private record Level(double amount, long time) {}

    /// Takes from a caller's bucket, below zero if need be.
    public synchronized void take(QueryCaller caller, double amount) {
        if (!caller.exempt()) {
            levels.put(caller.key(), new Level(now(caller) - amount, clock.getAsLong()));
        }
    }

    /// Seconds until the caller has this amount; 0 when it has it now.
    public synchronized double secondsUntil(QueryCaller caller, double amount) {
        double missing = caller.exempt() ? 0 : amount - now(caller);
        return missing <= 0 ? 0 : missing / (perSecond * caller.weight());
    }

    private double now(QueryCaller caller) {
        double most = capacity * caller.weight();
        Level level = levels.get(caller.key());
        if (level == null) {
            return most;
        }
        double back = (clock.getAsLong() - level.time) / NANOS * perSecond * caller.weight();
        return Math.min(most, level.amount + back);
    }
}
