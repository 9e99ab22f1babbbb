package de.stadtgraph.http;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A candidate that was not published: when, and how often which rule spoke against it. Immutable.
///
/// @param dataset slug of the dataset
/// @param time when it was judged
/// @param rules number of results by code of the rule (`P2`, `S4`)
public record Refusal(String dataset, Instant time, Map<String, Long> rules) {
    public Refusal {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    }
}
