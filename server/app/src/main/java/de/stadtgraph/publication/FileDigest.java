package de.stadtgraph.publication;

/// What a file of a release must be: its SHA-256 in lower-case hex and its size. Immutable.
///
/// @param sha256 64 hex digits
/// @param size in bytes
public record FileDigest(String sha256, long size) {}
