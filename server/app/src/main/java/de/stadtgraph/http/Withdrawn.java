package de.stadtgraph.http;

import java.time.Instant;

/// A release whose content was taken away; its addresses answer 410. Immutable.
///
/// @param time when
/// @param reason why, for everybody to read
public record Withdrawn(Instant time, String reason) {}
