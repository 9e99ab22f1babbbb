package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Longs;
import org.jspecify.annotations.Nullable;

/// A set of 128-bit digests, in 64 tables that grow one by one. 24 to 48 bytes a digest; what the heap cannot hold
/// lies in mapped files. Not thread-safe.
final class Fingerprints {
    private static final int TABLES = 64;
    private static final long FIRST = 64;

    private final Memory memory;
    private final @Nullable Longs[] tables = new Longs[TABLES];
    private final long[] sizes = new long[TABLES];

    Fingerprints(Memory memory) {
        this.memory = memory;
    }

    /// Adds the digest; false if it was there.
    boolean add(long high, long low) {
        int number = (int) (high >>> 58);
        Longs table = tables[number];
        if (table == null) {
            table = memory.longs(FIRST * 2);
            tables[number] = table;
        }
        if (!insert(table, high | 1, low)) {
            return false;
        }
        sizes[number]++;
        if (sizes[number] * 3 > entries(table) * 2) {
            tables[number] = grown(table);
        }
        return true;
    }

    /// Gives its memory back; it is not used afterwards.
    void free() {
        for (Longs table : tables) {
            if (table != null) {
                memory.free(table);
            }
        }
    }

    private static long entries(Longs table) {
        return table.size() / 2;
    }

    private static boolean insert(Longs table, long high, long low) {
        long mask = entries(table) - 1;
        long at = low & mask;
        while (true) {
            long there = table.get(at * 2);
            if (there == 0) {
                table.set(at * 2, high);
                table.set(at * 2 + 1, low);
                return true;
            }
            if (there == high && table.get(at * 2 + 1) == low) {
                return false;
            }
            at = at + 1 & mask;
        }
    }

    private Longs grown(Longs table) {
        Longs larger = memory.longs(entries(table) * 4);
        for (long i = 0; i < entries(table); i++) {
            long high = table.get(i * 2);
            if (high != 0) {
                insert(larger, high, table.get(i * 2 + 1));
            }
        }
        memory.free(table);
        return larger;
    }
}
