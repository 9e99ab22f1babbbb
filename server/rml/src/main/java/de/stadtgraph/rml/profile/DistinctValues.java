package de.stadtgraph.rml.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/// Counts different values by 64-bit fingerprints, up to a limit, and keeps the first ones with their counts.
/// Not thread-safe.
final class DistinctValues {
    private static final int LONGEST_KEPT = 120;

    private final int limit;
    private final int kept;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private long[] table = new long[64];
    private int size;
    private boolean overflown;

    /// @param limit most values that are told apart
    /// @param kept most values that are kept
    DistinctValues(int limit, int kept) {
        this.limit = limit;
        this.kept = kept;
    }

    void add(String value) {
        if (counts.size() < kept || counts.containsKey(value)) {
            String text = value.length() > LONGEST_KEPT ? value.substring(0, LONGEST_KEPT) : value;
            counts.merge(text, 1, Integer::sum);
        }
        addPrint(value);
    }

    /// Tells a value apart without keeping it.
    void addPrint(CharSequence value) {
        if (overflown) {
            return;
        }
        long print = fingerprint(value);
        if (insert(table, print)) {
            size++;
            overflown = size >= limit;
            if (size * 2 > table.length) {
                grow();
            }
        }
    }

    /// The value was none.
    void forget(String value) {
        counts.remove(value);
        size--;
    }

    /// Number of different values; at the limit: at least so many.
    int size() {
        return size;
    }

    /// Whether there were more than are told apart.
    boolean isOverflown() {
        return overflown;
    }

    /// The first different values with their counts, in the order of their appearance.
    Map<String, Integer> counts() {
        return counts;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long print : table) {
            if (print != 0) {
                insert(larger, print);
            }
        }
        table = larger;
    }

    private static boolean insert(long[] into, long print) {
        int mask = into.length - 1;
        int at = (int) (print ^ (print >>> 32)) & mask;
        while (into[at] != 0) {
            if (into[at] == print) {
                return false;
            }
            at = (at + 1) & mask;
        }
        into[at] = print;
        return true;
    }

    private static long fingerprint(CharSequence value) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
