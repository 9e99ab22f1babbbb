package de.stadtgraph.workshop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What was worked out lately and does not change: the values that were asked for last. Thread-safe; two threads that
/// ask for the same new value both work it out.
///
/// @param <K> what a value depends on
/// @param <V> the values
final class Recent<K, V> {
    private final Predicate<V> worthKeeping;
    private final Map<K, V> known;

    /// @param most values that are kept
    /// @param worthKeeping values that may be kept
    Recent(int most, Predicate<V> worthKeeping) {
        this.worthKeeping = worthKeeping;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    V of(K key, Supplier<V> work) {
        synchronized (known) {
            V found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        V value = work.get();
        if (worthKeeping.test(value)) {
            synchronized (known) {
                known.put(key, value);
            }
        }
        return value;
    }
}
