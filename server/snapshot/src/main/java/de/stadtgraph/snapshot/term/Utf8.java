package de.stadtgraph.snapshot.term;

import java.nio.charset.StandardCharsets;

/// UTF-8 that also takes half surrogate pairs, as three bytes each, so that every Java string comes back as it was.
/// Stateless.
final class Utf8 {
    private Utf8() {}

    /// Writes a text; there must be room for three bytes a character.
    ///
    /// @return the offset behind it
    static int encode(String text, byte[] out, int offset) {
        int at = offset;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                out[at++] = (byte) unit;
            } else if (Character.isHighSurrogate(unit)
                    && i + 1 < length
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                at = encode(Character.toCodePoint(unit, text.charAt(++i)), out, at);
            } else {
                at = encode((int) unit, out, at);
            }
        }
        return at;
    }

    /// Writes a character from U+0080 on, or any other.
    static int encode(int codePoint, byte[] out, int offset) {
        int at = offset;
        if (codePoint < 0x80) {
            out[at++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            out[at++] = (byte) (0xC0 | (codePoint >> 6));
            out[at++] = (byte) (0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            out[at++] = (byte) (0xE0 | (codePoint >> 12));
            out[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            out[at++] = (byte) (0x80 | (codePoint & 0x3F));
        } else {
            out[at++] = (byte) (0xF0 | (codePoint >> 18));
            out[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            out[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            out[at++] = (byte) (0x80 | (codePoint & 0x3F));
        }
        return at;
    }

    static String decode(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length - 1; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                return decodeHalves(bytes, offset, length);
            }
        }
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    private static String decodeHalves(byte[] bytes, int offset, int length) {
        var text = new StringBuilder(length);
        int from = offset;
        int end = offset + length;
        for (int i = offset; i < end - 2; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
                text.append((char) (0xD000 | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)));
                from = i + 3;
                i += 2;
            }
        }
        return text.append(new String(bytes, from, end - from, StandardCharsets.UTF_8))
                .toString();
    }
}
