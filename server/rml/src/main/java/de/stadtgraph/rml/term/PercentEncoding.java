package de.stadtgraph.rml.term;

import java.nio.charset.StandardCharsets;

/// Percent-encoding of template values (RML-Core, "IRI-safe"; RFC 3987 §2.2 `iunreserved`). Stateless.
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /// Encodes all but `iunreserved`, so that `Zoë Krüger` becomes `Zoë%20Krüger`.
    public static String iriSafe(String value) {
        return encode(value, true);
    }

    /// Encodes all but `unreserved` of RFC 3986, so that `Zoë` becomes `Zo%C3%AB`.
    public static String uriSafe(String value) {
        return encode(value, false);
    }

    private static String encode(String value, boolean keepNonAscii) {
        StringBuilder out = null;
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            int width = Character.charCount(character);
            boolean kept = isUnreserved(character) || (keepNonAscii && isUcs(character));
            if (!kept && out == null) {
                out = new StringBuilder(value.length() + 16).append(value, 0, i);
            }
            if (out != null) {
                append(out, character, kept);
            }
            i += width;
        }
        return out == null ? value : out.toString();
    }

    private static void append(StringBuilder out, int character, boolean kept) {
        if (kept) {
            out.appendCodePoint(character);
            return;
        }
        // A lone surrogate has no bytes in UTF-8 and becomes the replacement's question mark.
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.charAt((octet >> 4) & 15)).append(HEX.charAt(octet & 15));
        }
    }

    static boolean isUnreserved(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '.'
                || character == '_'
                || character == '~';
    }

    /// `ucschar` of RFC 3987.
    static boolean isUcs(int character) {
        if (character < 0xA0 || character >= 0xF0000) {
            return false;
        }
        if (character <= 0xFFEF) {
            return character <= 0xD7FF || (character >= 0xF900 && !(character >= 0xFDD0 && character <= 0xFDEF));
        }
        boolean noncharacter = (character & 0xFFFE) == 0xFFFE;
        return character >= 0x10000 && !noncharacter && !(character >= 0xE0000 && character < 0xE1000);
    }
}
