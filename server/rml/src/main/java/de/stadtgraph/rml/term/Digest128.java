package de.stadtgraph.rml.term;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/// 128 bits that stand for a piece of bytes within one run.
///
/// Two folded multiplications over secrets that are drawn anew for each run, so nobody can prepare data in which
/// different lines share their bits; for others the chance is below 2⁻⁶⁰ at 30 million lines. Immutable.
public final class Digest128 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] secrets = new long[6];

    public Digest128() {
        var random = new SecureRandom();
        for (int i = 0; i < secrets.length; i++) {
            secrets[i] = random.nextLong() | 1;
        }
    }

    /// The upper 64 bits.
    public long high(byte[] bytes, int start, int end) {
        return digest(bytes, start, end, 0);
    }

    /// The lower 64 bits.
    public long low(byte[] bytes, int start, int end) {
        return digest(bytes, start, end, 3);
    }

    private long digest(byte[] bytes, int start, int end, int lane) {
        long first = secrets[lane];
        long second = secrets[lane + 1];
        long state = secrets[lane + 2] ^ (end - start);
        int at = start;
        for (; at + 16 <= end; at += 16) {
            state = fold((long) LONG.get(bytes, at) ^ first ^ state, (long) LONG.get(bytes, at + 8) ^ second);
            state = Long.rotateLeft(state, 29) + second;
        }
        long a = 0;
        long b = 0;
        for (int i = 0; at + i < end; i++) {
            long octet = bytes[at + i] & 0xFFL;
            if (i < 8) {
                a |= octet << (8 * i);
            } else {
                b |= octet << (8 * (i - 8));
            }
        }
        state = fold(a ^ first ^ state, b ^ second);
        return fold(state ^ second, first);
    }

    private static long fold(long a, long b) {
        return Math.multiplyHigh(a, b) ^ a * b;
    }
}
