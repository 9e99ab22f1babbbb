package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.term.DictionaryWriter;
import de.stadtgraph.snapshot.term.TermId;
import java.util.Arrays;

/// The terms of a chunk in the order of their ids: the rank of each among all, and the id of each rank. One thread.
final class Ranking {
    private final TermTable terms;
    private final int[] ranks;
    private final long[] ids;

    Ranking(TermTable terms) {
        this.terms = terms;
        this.ranks = new int[terms.size()];
        this.ids = new long[terms.size()];
    }

    /// Sorts all terms and writes those that have keys.
    void write(DictionaryWriter dictionary) {
        int[][] byTag = byTag();
        int next = 0;
        for (int tag = 1; tag < TermId.TAGS; tag++) {
            int[] numbers = byTag[tag];
            if (!TermId.isRanked(tag)) {
                rankInline(numbers, next);
            } else if (numbers.length > 0) {
                new KeySort(terms, numbers).sort();
                dictionary.begin(tag);
                rankKeys(numbers, next, dictionary);
            }
            next += numbers.length;
            byTag[tag] = new int[0];
        }
        dictionary.finish();
    }

    private int[][] byTag() {
        int[] counts = new int[TermId.TAGS];
        for (int number = 0; number < terms.size(); number++) {
            counts[terms.tag(number)]++;
        }
        int[][] byTag = new int[TermId.TAGS][];
        for (int tag = 0; tag < TermId.TAGS; tag++) {
            byTag[tag] = new int[counts[tag]];
        }
        for (int number = terms.size() - 1; number >= 0; number--) {
            int tag = terms.tag(number);
            byTag[tag][--counts[tag]] = number;
        }
        return byTag;
    }

    private void rankInline(int[] numbers, int first) {
        for (int i = 0; i < numbers.length; i++) {
            ids[first + i] = terms.value(numbers[i]);
        }
        Arrays.sort(ids, first, first + numbers.length);
        for (int number : numbers) {
            ranks[number] = Arrays.binarySearch(ids, first, first + numbers.length, terms.value(number));
        }
    }

    private void rankKeys(int[] sorted, int first, DictionaryWriter dictionary) {
        byte[] key = new byte[256];
        for (int i = 0; i < sorted.length; i++) {
            long stretch = terms.value(sorted[i]);
            int length = (int) (stretch >>> 32);
            if (key.length < length) {
                key = new byte[2 * length];
            }
            System.arraycopy(terms.keys(), (int) stretch, key, 0, length);
            ids[first + i] = TermId.of(terms.tag(sorted[i]), dictionary.add(key, length));
            ranks[sorted[i]] = first + i;
        }
    }

    int rank(int number) {
        return ranks[number];
    }

    /// The ids by rank.
    long[] ids() {
        return ids;
    }

    /// The rank of each small number among the small numbers.
    int[] ranks(SmallNumbers numbers) {
        int[] sorted = sorted(numbers);
        int[] result = new int[sorted.length];
        for (int number = 0; number < result.length; number++) {
            result[number] = Arrays.binarySearch(sorted, ranks[numbers.term(number)]);
        }
        return result;
    }

    /// The ids of small numbers in rising order.
    long[] sortedIds(SmallNumbers numbers) {
        return Arrays.stream(sorted(numbers)).mapToLong(rank -> ids[rank]).toArray();
    }

    private int[] sorted(SmallNumbers numbers) {
        int[] sorted = new int[numbers.size()];
        for (int number = 0; number < sorted.length; number++) {
            sorted[number] = ranks[numbers.term(number)];
        }
        Arrays.sort(sorted);
        return sorted;
    }
}
