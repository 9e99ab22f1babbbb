package de.stadtgraph.bench.mapping;

/// The random numbers of Python's `random.Random` (Mersenne Twister MT19937), so that the data are those whose digests
/// are known. Not thread-safe.
final class PythonRandom {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    /// @param seed a number of up to 32 bits, not negative
    PythonRandom(int seed) {
        fill(19650218);
        int i = 1;
        for (int k = 0; k < SIZE; k++) {
            state[i] = (state[i] ^ (mix(i - 1) * 1664525)) + seed;
            i = following(i);
        }
        for (int k = 1; k < SIZE; k++) {
            state[i] = (state[i] ^ (mix(i - 1) * 1566083941)) - i;
            i = following(i);
        }
        state[0] = 0x80000000;
    }

    private void fill(int start) {
        state[0] = start;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * mix(i - 1) + i;
        }
    }

    private int mix(int index) {
        return state[index] ^ (state[index] >>> 30);
    }

    private int following(int index) {
        if (index + 1 < SIZE) {
            return index + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    private int bits32() {
        if (next == SIZE) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
    }

    /// A number from 0 to below 1 (`random()`).
    double fraction() {
        int high = bits32() >>> 5;
        int low = bits32() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /// A number between two, both included (`randint`).
    int between(int least, int most) {
        int count = most - least + 1;
        int bits = 32 - Integer.numberOfLeadingZeros(count);
        int drawn = bits32() >>> (32 - bits);
        while (drawn >= count) {
            drawn = bits32() >>> (32 - bits);
        }
        return least + drawn;
    }
}
