package de.stadtgraph.http;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A state: which release of each dataset was current. Immutable.
///
/// @param number number of the state
/// @param time when it was published
/// @param releases release number by slug of the dataset
public record PublishedState(long number, Instant time, Map<String, Long> releases) {
    public PublishedState {
        releases = java.util.Collections.unmodifiableMap(new TreeMap<>(releases));
    }
}
