package de.stadtgraph.snapshot;

/// How an index is built.
///
/// @param name what it is of, for the manifest and for blank nodes: those of two names are never one
/// @param defaultGraph IRI of the graph to which triples without graph go
/// @param memory bytes that a chunk, or the buffers of a merge, may take
/// @param source SHA-256 of the file it is made from, or empty
public record BuildOptions(String name, String defaultGraph, long memory, String source) {
    /// 256 MB.
    public static final long DEFAULT_MEMORY = 256L << 20;

    public BuildOptions {
        if (memory < 1 << 16) {
            throw new IllegalArgumentException("a build needs at least 64 KB");
        }
    }

    /// With the usual memory and no file behind it.
    public static BuildOptions of(String name, String defaultGraph) {
        return new BuildOptions(name, defaultGraph, DEFAULT_MEMORY, "");
    }

    public BuildOptions withMemory(long bytes) {
        return new BuildOptions(name, defaultGraph, bytes, source);
    }
}
