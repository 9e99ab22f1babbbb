package de.stadtgraph.publication;

import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Compares two sorted sequences of distinct lines. Stateless.
final class Differences {
    private Differences() {}

    /// Hands on what only the older and what only the newer sequence has.
    static void between(
            Iterator<String> older, Iterator<String> newer, Consumer<String> removed, Consumer<String> added) {
        String then = next(older);
        String now = next(newer);
        while (then != null || now != null) {
            int order = compare(then, now);
            if (order < 0 && then != null) {
                removed.accept(then);
            } else if (order > 0 && now != null) {
                added.accept(now);
            }
            then = order <= 0 ? next(older) : then;
            now = order >= 0 ? next(newer) : now;
        }
    }

    private static int compare(@Nullable String then, @Nullable String now) {
        if (then == null) {
            return 1;
        }
        return now == null ? -1 : then.compareTo(now);
    }

    private static @Nullable String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : null;
    }
}
