package de.stadtgraph.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The difference of two releases, found by merging their sorted quads. Reads both once, holds one line of each.
///
/// @param added quads that only the new one has
/// @param removed quads that only the old one has
record ChangeSet(long added, long removed) {

    static ChangeSet between(Path old, Path now, LineSort.LineSink added, LineSort.LineSink removed)
            throws IOException {
        long addedCount = 0;
        long removedCount = 0;
        try (var left = LineReader.open(old);
                var right = LineReader.open(now)) {
            byte[] before = left.next();
            byte[] after = right.next();
            while (before != null || after != null) {
                int order = compare(before, after);
                if (order < 0 && before != null) {
                    removed.accept(before);
                    removedCount++;
                }
                if (order > 0 && after != null) {
                    added.accept(after);
                    addedCount++;
                }
                before = order <= 0 ? left.next() : before;
                after = order >= 0 ? right.next() : after;
            }
        }
        return new ChangeSet(addedCount, removedCount);
    }

    private static int compare(byte @Nullable [] before, byte @Nullable [] after) {
        if (before == null) {
            return 1;
        }
        return after == null ? -1 : Arrays.compareUnsigned(before, after);
    }
}
