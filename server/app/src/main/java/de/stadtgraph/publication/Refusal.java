package de.stadtgraph.publication;

import java.time.Instant;
import java.util.List;

/// What the public may know of a refused candidate: which dataset, when, which rules, how often.
///
/// @param dataset slug of the dataset
/// @param time when it was refused
/// @param reasons the rules with their counts; no example, no value
public record Refusal(String dataset, Instant time, List<Finding> reasons) {

    public Refusal {
        reasons = List.copyOf(reasons);
    }
}
