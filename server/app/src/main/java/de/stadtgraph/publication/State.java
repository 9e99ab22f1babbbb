package de.stadtgraph.publication;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The numbered set of current releases. Immutable.
///
/// @param number 0 before the first publication
/// @param time when it was published
/// @param releases number of the current release of each dataset, by slug
public record State(long number, Instant time, Map<String, Long> releases) {
    public static final State EMPTY = new State(0, Instant.EPOCH, Map.of());

    public State {
        releases = Map.copyOf(releases);
    }

    /// Number of the dataset's current release.
    public Optional<Long> release(String dataset) {
        return Optional.ofNullable(releases.get(dataset));
    }

    /// The releases with one of them changed.
    Map<String, Long> with(String dataset, long release) {
        Map<String, Long> changed = new TreeMap<>(releases);
        changed.put(dataset, release);
        return changed;
    }
}
