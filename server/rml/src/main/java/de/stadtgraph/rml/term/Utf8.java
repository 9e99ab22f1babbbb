package de.stadtgraph.rml.term;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bytes of UTF-8 (RFC 3629). Stateless.
public final class Utf8 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /// Whether all bytes are ASCII.
    public static boolean isAscii(byte[] bytes, int start, int end) {
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            if (((long) LONG.get(bytes, at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < end; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether the bytes are characters: no overlong forms, no surrogates, nothing cut off.
    public static boolean isValid(byte[] bytes, int start, int end) {
        if (isAscii(bytes, start, end)) {
            return true;
        }
        for (int at = start; at < end; ) {
            int width = width(bytes[at]);
            if (width == 0 || at + width > end) {
                return false;
            }
            for (int i = 1; i < width; i++) {
                if ((bytes[at + i] & 0xC0) != 0x80) {
                    return false;
                }
            }
            if (width > 1 && !isShortest(character(bytes, at), width)) {
                return false;
            }
            at += width;
        }
        return true;
    }

    private static boolean isShortest(int character, int width) {
        return switch (width) {
            case 2 -> character >= 0x80;
            case 3 -> character >= 0x800 && (character < 0xD800 || character > 0xDFFF);
            default -> character >= 0x10000 && character <= 0x10FFFF;
        };
    }

    /// Bytes of the character that begins so; 0 where none does.
    static int width(byte first) {
        if (first >= 0) {
            return 1;
        }
        int octet = first & 0xFF;
        if (octet < 0xC0 || octet > 0xF7) {
            return 0;
        }
        return octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : 4;
    }

    /// The character at a position of valid bytes.
    static int character(byte[] bytes, int at) {
        return switch (width(bytes[at])) {
            case 2 -> (bytes[at] & 0x1F) << 6 | (bytes[at + 1] & 0x3F);
            case 3 -> (bytes[at] & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F);
            case 4 ->
                (bytes[at] & 0x07) << 18
                        | (bytes[at + 1] & 0x3F) << 12
                        | (bytes[at + 2] & 0x3F) << 6
                        | (bytes[at + 3] & 0x3F);
            default -> bytes[at];
        };
    }
}
