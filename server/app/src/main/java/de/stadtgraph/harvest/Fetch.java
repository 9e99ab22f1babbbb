package de.stadtgraph.harvest;

import java.nio.file.Path;
import java.time.Instant;

/// Raw bytes as they came.
///
/// @param source what was fetched
/// @param file the kept copy, below `fetched/`; it has the name that the source had
/// @param sha256 digest of the bytes, in hex
/// @param bytes number of bytes
/// @param time when they were fetched
public record Fetch(Source source, Path file, String sha256, long bytes, Instant time) {}
