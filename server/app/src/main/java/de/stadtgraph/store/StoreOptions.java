package de.stadtgraph.store;

/// How generations are built and kept.
///
/// @param buildMemory bytes that a build may take for sorting, key `store.build-memory`
/// @param keepGenerations how many generations stay on the disk, the served one included
public record StoreOptions(long buildMemory, int keepGenerations) {
    public static final StoreOptions DEFAULT = new StoreOptions(256L << 20, 2);

    public StoreOptions {
        if (buildMemory < 1 << 20 || keepGenerations < 1) {
            throw new IllegalArgumentException("a build needs 1 MB, and one generation is kept");
        }
    }
}
