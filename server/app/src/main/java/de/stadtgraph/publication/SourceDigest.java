package de.stadtgraph.publication;

import java.time.Instant;

/// One source as it was fetched. Immutable.
///
/// @param name name of the source in its module; its place in the list is its number in the lineage
/// @param file name of the file or the address it came from
/// @param sha256 digest of the bytes, 64 hex digits
/// @param size in bytes
/// @param fetched when
public record SourceDigest(String name, String file, String sha256, long size, Instant fetched) {}
