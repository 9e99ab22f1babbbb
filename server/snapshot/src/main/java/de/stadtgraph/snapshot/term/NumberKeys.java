package de.stadtgraph.snapshot.term;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Numbers as bytes whose order is the order of their values, followed by lexical form and datatype. All key bytes are
/// below 0x80, so [KeyOrder] compares them as they are. Stateless.
///
/// Exact: sign, decimal exponent (5 bytes), pairs of digits, end; complemented when negative. Floating: the bits of
/// the value in groups of 7.
final class NumberKeys {
    /// Local names of the XSD datatypes of exact numbers in their order; the code of one is its index + 1.
    static final List<String> NAMES = List.of(
            "byte",
            "decimal",
            "int",
            "integer",
            "long",
            "negativeInteger",
            "nonNegativeInteger",
            "nonPositiveInteger",
            "positiveInteger",
            "short",
            "unsignedByte",
            "unsignedInt",
            "unsignedLong",
            "unsignedShort");

    static final int DOUBLE_BYTES = 10;
    static final int FLOAT_BYTES = 5;
    private static final int EXPONENT_BYTES = 5;
    private static final int ZERO = 0x40;
    private static final int TOP = 0x7F;

    private NumberKeys() {}

    static void putExact(BigDecimal value, KeyBuffer key) {
        int sign = value.signum();
        key.putByte(ZERO + sign);
        if (sign == 0) {
            return;
        }
        int mirror = sign < 0 ? TOP : 0;
        long exponent = (long) value.precision() - value.scale() - 1 + (1L << 31);
        for (int group = EXPONENT_BYTES - 1; group >= 0; group--) {
            key.putByte((int) ((exponent >>> (7 * group)) & TOP) ^ mirror);
        }
        putDigits(value.unscaledValue().abs().toString().getBytes(StandardCharsets.US_ASCII), mirror, key);
        key.putByte(mirror);
    }

    private static void putDigits(byte[] digits, int mirror, KeyBuffer key) {
        int length = digits.length;
        while (digits[length - 1] == '0') {
            length--;
        }
        for (int i = 0; i < length; i += 2) {
            int pair = 10 * (digits[i] - '0') + (i + 1 < length ? digits[i + 1] - '0' : 0);
            key.putByte((pair + 1) ^ mirror);
        }
    }

    /// Where the lexical form begins in the key of an exact number.
    static int lexicalStart(byte[] key, int offset) {
        if (key[offset] == ZERO) {
            return offset + 1;
        }
        int end = key[offset] < ZERO ? TOP : 0;
        int at = offset + 1 + EXPONENT_BYTES;
        while (key[at] != end) {
            at++;
        }
        return at + 1;
    }

    static void putDouble(double value, KeyBuffer key) {
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        putGroups(bits ^ ((bits >> 63) | Long.MIN_VALUE), DOUBLE_BYTES, key);
    }

    static double doubleValue(byte[] key, int offset) {
        long bits = groups(key, offset, DOUBLE_BYTES);
        return Double.longBitsToDouble(bits < 0 ? bits ^ Long.MIN_VALUE : ~bits);
    }

    static void putFloat(float value, KeyBuffer key) {
        int bits = Float.floatToIntBits(value == 0 ? 0f : value);
        putGroups((bits ^ ((bits >> 31) | Integer.MIN_VALUE)) & 0xFFFF_FFFFL, FLOAT_BYTES, key);
    }

    static float floatValue(byte[] key, int offset) {
        int bits = (int) groups(key, offset, FLOAT_BYTES);
        return Float.intBitsToFloat(bits < 0 ? bits ^ Integer.MIN_VALUE : ~bits);
    }

    static void putGroups(long bits, int count, KeyBuffer key) {
        for (int group = count - 1; group >= 0; group--) {
            key.putByte((int) (bits >>> (7 * group)) & TOP);
        }
    }

    static long groups(byte[] key, int offset, int count) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = (bits << 7) | key[offset + i];
        }
        return bits;
    }
}
