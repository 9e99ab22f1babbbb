package de.stadtgraph.rml.run;

import java.util.ArrayList;
import java.util.List;

/// At most 100 of many: the first 50, and 50 spread evenly over the rest. Not thread-safe.
final class Samples<T> {
    private static final int FIRST = 50;
    private static final int SPREAD = 50;

    private final List<T> first = new ArrayList<>();
    private final List<T> spread = new ArrayList<>();
    private long seen;
    private long stride = 1;

    void add(T item) {
        if (first.size() < FIRST) {
            first.add(item);
            return;
        }
        if (seen++ % stride != 0) {
            return;
        }
        if (spread.size() == SPREAD) {
            thin();
            if ((seen - 1) % stride != 0) {
                return;
            }
        }
        spread.add(item);
    }

    /// Every second one stays, and from now on half as many come.
    private void thin() {
        List<T> kept = new ArrayList<>();
        for (int i = 0; i < spread.size(); i += 2) {
            kept.add(spread.get(i));
        }
        spread.clear();
        spread.addAll(kept);
        stride *= 2;
    }

    List<T> all() {
        List<T> all = new ArrayList<>(first);
        all.addAll(spread);
        return all;
    }
}
