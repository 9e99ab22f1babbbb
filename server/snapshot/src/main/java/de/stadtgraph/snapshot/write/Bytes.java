package de.stadtgraph.snapshot.write;

import java.nio.charset.StandardCharsets;

/// Looks at UTF-8 bytes for what cannot be copied. Stateless.
final class Bytes {
    /// Lead bytes of control characters and of what is no character: such a term is left to others.
    private static final byte C1 = (byte) 0xC2;

    private static final byte SURROGATE = (byte) 0xED;
    private static final byte SPECIAL = (byte) 0xEF;

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Which bytes of ASCII end a copy: control characters and those named.
    static boolean[] stops(String named) {
        boolean[] stops = new boolean[128];
        for (int i = 0; i < ' '; i++) {
            stops[i] = true;
        }
        stops[127] = true;
        named.chars().forEach(each -> stops[each] = true);
        return stops;
    }

    /// Whether there is nothing that ends a copy.
    static boolean arePlain(byte[] bytes, int from, int to, boolean[] stops) {
        for (int i = from; i < to; i++) {
            byte one = bytes[i];
            boolean stopped = one >= 0 ? stops[one] : isOdd(one);
            if (stopped) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOdd(byte lead) {
        return lead == C1 || lead == SURROGATE || lead == SPECIAL;
    }

    static boolean contains(byte[] bytes, int from, int to, int wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
