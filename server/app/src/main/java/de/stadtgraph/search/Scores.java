package de.stadtgraph.search;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/// Numbers with scores: of literals or of things, as they stand in a table. Filled with [#add], then read from [#done]
/// on: rising numbers, each once. One thread.
final class Scores {
    private long[] packed;
    private int size;

    Scores() {
        this(16);
    }

    private Scores(int capacity) {
        packed = new long[capacity];
    }

    /// Notes a number; of several notes the best score counts.
    ///
    /// @param number not negative
    /// @param score not negative
    void add(int number, float score) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
        }
        packed[size++] = pack(number, score);
    }

    /// Scores that are not negative are ordered as their bits are.
    private static long pack(int number, float score) {
        return ((long) number << 32) | Float.floatToRawIntBits(score);
    }

    /// Puts the numbers in order.
    Scores done() {
        Arrays.sort(packed, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean last = i + 1 == size || (packed[i] >>> 32) != (packed[i + 1] >>> 32);
            if (last) {
                packed[kept++] = packed[i];
            }
        }
        size = kept;
        return this;
    }

    int size() {
        return size;
    }

    int number(int index) {
        return (int) (packed[index] >>> 32);
    }

    float score(int index) {
        return Float.intBitsToFloat((int) packed[index]);
    }

    /// The numbers of both, with the sum of their scores.
    Scores and(Scores other) {
        return combine(other, false);
    }

    /// The numbers of either; those of both with the sum of their scores.
    Scores or(Scores other) {
        return combine(other, true);
    }

    private Scores combine(Scores other, boolean either) {
        var result = new Scores(Math.max(1, either ? size + other.size : Math.min(size, other.size)));
        int left = 0;
        int right = 0;
        while (left < size && right < other.size) {
            int order = Integer.compare(number(left), other.number(right));
            if (order == 0) {
                result.add(number(left), score(left++) + other.score(right++));
            } else if (order < 0) {
                result.addIf(either, packed[left++]);
            } else {
                result.addIf(either, other.packed[right++]);
            }
        }
        while (either && left < size) {
            result.addIf(true, packed[left++]);
        }
        while (either && right < other.size) {
            result.addIf(true, other.packed[right++]);
        }
        return result;
    }

    private void addIf(boolean wanted, long one) {
        if (wanted) {
            packed[size++] = one;
        }
    }

    /// The numbers that fit.
    Scores only(IntPredicate fits) {
        var result = new Scores(Math.max(1, size));
        for (int i = 0; i < size; i++) {
            result.addIf(fits.test(number(i)), packed[i]);
        }
        return result;
    }

    /// The score of a number that is there.
    float scoreOf(int number) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number(middle) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return score(low);
    }

    /// The numbers with the best scores, best first; of equal ones the smaller number.
    int[] best(int most) {
        var best = new PriorityQueue<Long>();
        for (int i = 0; i < size && most > 0; i++) {
            long rank = ((long) Float.floatToRawIntBits(score(i)) << 32) | (~number(i) & 0xFFFFFFFFL);
            if (best.size() < most) {
                best.add(rank);
            } else if (best.element() < rank) {
                best.remove();
                best.add(rank);
            }
        }
        int[] numbers = new int[best.size()];
        for (int i = numbers.length - 1; i >= 0; i--) {
            numbers[i] = ~best.remove().intValue();
        }
        return numbers;
    }
}
