package de.stadtgraph.store;

import de.stadtgraph.snapshot.SideIndex;
import java.util.List;

/// How generations are built and kept.
///
/// @param buildMemory bytes that a build may take for sorting, key `store.build-memory`
/// @param keepGenerations how many generations stay on the disk, the served one included
/// @param sides what else is made of the index of each release
public record StoreOptions(long buildMemory, int keepGenerations, List<SideIndex> sides) {
    public static final StoreOptions DEFAULT = new StoreOptions(256L << 20, 2);

    public StoreOptions {
        if (buildMemory < 1 << 20 || keepGenerations < 1) {
            throw new IllegalArgumentException("a build needs 1 MB, and one generation is kept");
        }
        sides = List.copyOf(sides);
    }

    public StoreOptions(long buildMemory, int keepGenerations) {
        this(buildMemory, keepGenerations, List.of());
    }

    /// With another index beside that of each release.
    public StoreOptions with(SideIndex side) {
        return new StoreOptions(buildMemory, keepGenerations, List.of(side));
    }
}
