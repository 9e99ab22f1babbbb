package de.stadtgraph.snapshot.term;

import java.util.Arrays;

/// The order of keys: that of their UTF-16 code units, told from UTF-8 bytes. Characters beyond U+FFFF (bytes F0–F4)
/// come before U+E000–U+FFFF (EE, EF), because their surrogates do. Stateless.
public final class KeyOrder {
    private KeyOrder() {}

    /// Compares two keys.
    public static int compare(byte[] a, int aLength, byte[] b, int bLength) {
        int at = Arrays.mismatch(a, 0, aLength, b, 0, bLength);
        if (at < 0) {
            return 0;
        }
        if (at >= aLength || at >= bLength) {
            return Integer.compare(aLength, bLength);
        }
        return Integer.compare(rank(a[at]), rank(b[at]));
    }

    /// Compares two stretches of byte arrays.
    public static int compareAt(byte[] a, long aStretch, byte[] b, long bStretch) {
        int aFrom = (int) aStretch;
        int bFrom = (int) bStretch;
        int aTo = aFrom + (int) (aStretch >>> 32);
        int bTo = bFrom + (int) (bStretch >>> 32);
        int at = Arrays.mismatch(a, aFrom, aTo, b, bFrom, bTo);
        if (at < 0) {
            return 0;
        }
        if (aFrom + at >= aTo || bFrom + at >= bTo) {
            return Integer.compare(aTo - aFrom, bTo - bFrom);
        }
        return Integer.compare(rank(a[aFrom + at]), rank(b[bFrom + at]));
    }

    /// Rank of a byte among those that may stand at the same place.
    public static int rank(byte value) {
        int unsigned = value & 0xFF;
        if (unsigned < 0xEE || unsigned > 0xF4) {
            return unsigned;
        }
        return unsigned >= 0xF0 ? unsigned - 2 : unsigned + 5;
    }
}
