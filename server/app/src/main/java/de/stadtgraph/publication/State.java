package de.stadtgraph.publication;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A numbered set of current releases; what a request sees. Immutable.
///
/// @param number 0 is the empty state before the first publication
/// @param time when it became current
/// @param releases number of the current release of each dataset
public record State(long number, Instant time, Map<String, Long> releases) {

    /// The state of an empty folder.
    public static final State EMPTY = new State(0, Instant.EPOCH, Map.of());

    public State {
        releases = Map.copyOf(releases);
    }

    /// The next state, in which one dataset has another release.
    State next(String dataset, long release, Instant now) {
        Map<String, Long> all = new TreeMap<>(releases);
        all.put(dataset, release);
        return new State(number + 1, now, all);
    }
}
