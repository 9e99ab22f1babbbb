package de.stadtgraph.snapshot.stats;

import java.util.Arrays;

/// Two sums for each pair of small numbers. One thread.
final class PairCounts {
    private static final int ENTRY = 3;

    private long[] table = new long[ENTRY * 1024];
    private int size;

    int size() {
        return size;
    }

    /// Adds to the sums of a pair.
    void add(int first, int second, long triples) {
        long key = (((long) first << 32) | second) + 1;
        int slot = slot(key);
        if (table[slot] == 0) {
            table[slot] = key;
            if (4 * ++size * ENTRY > 3 * table.length) {
                grow();
                slot = slot(key);
            }
        }
        table[slot + 1] += triples;
        table[slot + 2]++;
    }

    private int slot(long key) {
        int entries = table.length / ENTRY;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (entries - 1);
        while (table[ENTRY * slot] != 0 && table[ENTRY * slot] != key) {
            slot = (slot + 1) & (entries - 1);
        }
        return ENTRY * slot;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        for (int at = 0; at < old.length; at += ENTRY) {
            if (old[at] != 0) {
                System.arraycopy(old, at, table, slot(old[at]), ENTRY);
            }
        }
    }

    /// The pairs in rising order.
    long[] keys() {
        long[] keys = new long[size];
        int count = 0;
        for (int at = 0; at < table.length; at += ENTRY) {
            if (table[at] != 0) {
                keys[count++] = table[at] - 1;
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    /// First sum of a pair that is there.
    long triples(long pair) {
        return table[slot(pair + 1) + 1];
    }

    /// How often it was added to.
    long subjects(long pair) {
        return table[slot(pair + 1) + 2];
    }
}
