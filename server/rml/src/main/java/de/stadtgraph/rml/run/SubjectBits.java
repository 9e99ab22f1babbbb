package de.stadtgraph.rml.run;

import de.stadtgraph.rml.term.Digest128;
import java.util.Arrays;
import java.util.Collection;

/// 64 bits of each subject that a batch of records makes, by triples map: of those of which it is to be proven that no
/// subject comes twice. Not thread-safe.
final class SubjectBits {
    private final Digest128 digest;
    private final long[][] bits;
    private final int[] counts;

    /// @param maps numbers of those triples maps
    /// @param all how many triples maps there are
    SubjectBits(Digest128 digest, Collection<Integer> maps, int all) {
        this.digest = digest;
        this.bits = new long[all][0];
        this.counts = new int[all];
        for (int map : maps) {
            bits[map] = new long[1 << 8];
        }
    }

    /// A subject; nothing happens if nobody wants to know it.
    void add(int map, byte[] bytes, int start, int end) {
        long[] known = bits[map];
        if (known.length == 0) {
            return;
        }
        if (counts[map] == known.length) {
            known = Arrays.copyOf(known, known.length * 2);
            bits[map] = known;
        }
        known[counts[map]++] = digest.low(bytes, start, end);
    }

    int count(int map) {
        return counts[map];
    }

    long get(int map, int index) {
        return bits[map][index];
    }
}
