package de.stadtgraph.accounts;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts wrong tokens by address, so that nobody guesses for long. Bounded; thread-safe.
final class FailedSignIns {
    private static final int A_MINUTE = 10;
    private static final int MOST_ADDRESSES = 10_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    private record Count(long minute, int failures) {}

    synchronized boolean isTooMany(String address) {
        Count count = counts.get(address);
        return count != null && count.minute == minute() && count.failures >= A_MINUTE;
    }

    synchronized void add(String address) {
        Count count = counts.get(address);
        int before = count != null && count.minute == minute() ? count.failures : 0;
        counts.put(address, new Count(minute(), before + 1));
    }

    private long minute() {
        return clock.millis() / MINUTE_MILLIS;
    }
}
