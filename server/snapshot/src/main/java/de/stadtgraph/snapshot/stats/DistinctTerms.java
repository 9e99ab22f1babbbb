package de.stadtgraph.snapshot.stats;

import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.TermId;

/// Counts different terms: a bit for each of the dictionary; inlined ones are counted elsewhere. One thread.
final class DistinctTerms {
    private final long[][] bits = new long[TermId.TAGS][];

    DistinctTerms(Dictionary dictionary) {
        for (int tag = 0; tag < TermId.TAGS; tag++) {
            bits[tag] = new long[(int) ((dictionary.count(tag) + 63) >>> 6)];
        }
    }

    void add(long id) {
        int tag = TermId.tag(id);
        if (TermId.isRanked(tag)) {
            long rank = TermId.payload(id);
            bits[tag][(int) (rank >>> 6)] |= 1L << rank;
        }
    }

    long count() {
        long count = 0;
        for (long[] words : bits) {
            for (long word : words) {
                count += Long.bitCount(word);
            }
        }
        return count;
    }
}
