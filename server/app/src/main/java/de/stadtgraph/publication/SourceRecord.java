package de.stadtgraph.publication;

import java.time.Instant;

/// One raw file that a release was made of.
///
/// @param name name of the source in its module
/// @param file name of the file, without its folder
/// @param sha256 digest of its bytes
/// @param bytes number of bytes
/// @param fetched when it was fetched
public record SourceRecord(String name, String file, String sha256, long bytes, Instant fetched) {}
