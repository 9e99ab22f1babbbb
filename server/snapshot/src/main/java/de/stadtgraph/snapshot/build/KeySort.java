package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.term.KeyOrder;
import java.util.Arrays;

/// Sorts keys by three-way radix quicksort, eight bytes at a time. One thread.
final class KeySort {
    private static final int SMALL = 16;

    private final TermTable terms;
    private final byte[] keys;
    private final int[] numbers;
    private final long[] words;

    KeySort(TermTable terms, int[] numbers) {
        this.terms = terms;
        this.keys = terms.keys();
        this.numbers = numbers;
        this.words = new long[numbers.length];
    }

    /// Sorts the numbers of terms by their keys.
    void sort() {
        load(0, numbers.length, 0);
        sort(0, numbers.length, 0);
    }

    private void load(int from, int to, int depth) {
        for (int i = from; i < to; i++) {
            words[i] = word(terms.value(numbers[i]), depth);
        }
    }

    /// Eight bytes from `depth` on in the order of keys, as a signed number; missing ones are 0.
    private long word(long stretch, int depth) {
        int at = (int) stretch + depth;
        int left = (int) (stretch >>> 32) - depth;
        if (left <= 0) {
            return Long.MIN_VALUE;
        }
        long word = 0;
        if (at + 8 <= keys.length) {
            word = (long) Words.LONG.get(keys, at);
            word = left >= 8 ? word : word & (-1L << (64 - 8 * left));
        } else {
            for (int i = 0; i < 8; i++) {
                word = (word << 8) | (i < left ? keys[at + i] & 0xFF : 0);
            }
        }
        return ((word & 0x8080808080808080L) == 0 ? word : ranked(word)) ^ Long.MIN_VALUE;
    }

    private static long ranked(long word) {
        long ranked = 0;
        for (int shift = 56; shift >= 0; shift -= 8) {
            ranked = (ranked << 8) | KeyOrder.rank((byte) (word >>> shift));
        }
        return ranked;
    }

    private void sort(int start, int end, int depth) {
        int from = start;
        int to = end;
        while (to - from > SMALL) {
            long pivot = median(from, to);
            int low = from;
            int high = to - 1;
            int i = from;
            while (i <= high) {
                if (words[i] < pivot) {
                    swap(low++, i++);
                } else if (words[i] > pivot) {
                    swap(i, high--);
                } else {
                    i++;
                }
            }
            sortEqual(low, high + 1, depth);
            if (low - from < to - high - 1) {
                sort(from, low, depth);
                from = high + 1;
            } else {
                sort(high + 1, to, depth);
                to = low;
            }
        }
        insertionSort(from, to, depth);
    }

    /// Keys that are equal in eight bytes: those that end there come first, by length; the others go on.
    private void sortEqual(int from, int to, int depth) {
        if (to - from < 2) {
            return;
        }
        int ended = from;
        for (int i = from; i < to; i++) {
            if (length(i) <= depth + 8) {
                swap(ended++, i);
            }
        }
        if (ended - from > 1) {
            insertionSortByLength(from, ended);
        }
        load(ended, to, depth + 8);
        sort(ended, to, depth + 8);
    }

    private void insertionSortByLength(int from, int to) {
        int[] sorted = Arrays.stream(numbers, from, to)
                .boxed()
                .sorted((a, b) -> Long.compare(terms.value(a) >>> 32, terms.value(b) >>> 32))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, numbers, from, sorted.length);
    }

    private int length(int i) {
        return (int) (terms.value(numbers[i]) >>> 32);
    }

    private long median(int from, int to) {
        long a = words[from];
        long b = words[(from + to) >>> 1];
        long c = words[to - 1];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        long word = words[i];
        words[i] = words[j];
        words[j] = word;
        int number = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = number;
    }

    private void insertionSort(int from, int to, int depth) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && isBelow(j, j - 1, depth); j--) {
                swap(j, j - 1);
            }
        }
    }

    private boolean isBelow(int i, int j, int depth) {
        if (words[i] != words[j]) {
            return words[i] < words[j];
        }
        return compareFrom(terms.value(numbers[i]), terms.value(numbers[j]), depth) < 0;
    }

    private int compareFrom(long a, long b, int depth) {
        return KeyOrder.compareAt(keys, rest(a, depth), keys, rest(b, depth));
    }

    /// A stretch without its first bytes, which are equal in both.
    private static long rest(long stretch, int depth) {
        int skipped = Math.min(depth, (int) (stretch >>> 32));
        return stretch - ((long) skipped << 32) + skipped;
    }
}
