package de.stadtgraph.http;

import java.time.Instant;

/// A thing that an earlier release had and no current one has. Immutable.
///
/// @param dataset slug of the dataset
/// @param last number of the last release that had it
/// @param time when that release was published
public record Departed(String dataset, long last, Instant time) {}
