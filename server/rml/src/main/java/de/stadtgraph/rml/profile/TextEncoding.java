package de.stadtgraph.rml.profile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Guesses the encoding of a text: its mark, valid UTF-8, zero bytes in one parity (UTF-16), else windows-1252,
/// which is what old files of offices are in. Stateless.
final class TextEncoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextEncoding() {}

    /// The name of the encoding as a mapping states it.
    static String of(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        if (starts(head, 0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        if (starts(head, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        if (even + odd > 0 && head.length > 3) {
            return parity(even, odd, head.length / 2);
        }
        if (isUtf8(head)) {
            return "UTF-8";
        }
        return hasUndefined(head) ? "ISO-8859-1" : WINDOWS.name();
    }

    /// The text, for looking at it: what is invalid is replaced.
    static String decode(byte[] head) {
        return new String(head, Charset.forName(of(head)));
    }

    private static String parity(int even, int odd, int pairs) {
        if (odd * 2 > pairs && even * 20 < odd) {
            return "UTF-16LE";
        }
        return even * 2 > pairs && odd * 20 < even ? "UTF-16BE" : "UTF-8";
    }

    private static int zeros(byte[] head, int first) {
        int count = 0;
        for (int i = first; i < head.length; i += 2) {
            count += head[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /// Valid but for a character that the end of the head cuts.
    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(head);
        CharBuffer into = CharBuffer.allocate(8192);
        CoderResult result = decoder.decode(bytes, into, false);
        while (result.isOverflow()) {
            into.clear();
            result = decoder.decode(bytes, into, false);
        }
        return !result.isError();
    }

    /// Five bytes mean nothing in windows-1252.
    private static boolean hasUndefined(byte[] head) {
        for (byte octet : head) {
            switch (octet & 0xFF) {
                case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
