package de.stadtgraph.rml.plan;

/// Memory for what must be remembered, on the heap or in files. Thread-safe.
@FunctionalInterface
public interface Room {
    /// Room for so many longs, all zero; to be read by any thread.
    Longs longs(long count);
}
