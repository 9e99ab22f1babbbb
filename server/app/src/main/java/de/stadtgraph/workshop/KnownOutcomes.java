package de.stadtgraph.workshop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What released shapes found in releases: neither changes, so each is worked out once. Keeps the [#MOST] that were
/// asked for last, none with more than [#MOST_RESULTS] results, none that was stopped. Thread-safe.
final class KnownOutcomes {
    private static final int MOST = 400;
    private static final int MOST_RESULTS = 5_000;

    private final Map<Key, Outcome> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Outcome> eldest) {
            return size() > MOST;
        }
    };

    /// @param release number of the release of the dataset
    /// @param text tag of the text of the family
    record Key(String dataset, long release, String text, String shape) {}

    Outcome of(Key key, Supplier<Outcome> run) {
        synchronized (known) {
            Outcome found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        Outcome outcome = run.get();
        if (!outcome.isBound() && outcome.report().results().size() <= MOST_RESULTS) {
            synchronized (known) {
                known.put(key, outcome);
            }
        }
        return outcome;
    }
}
