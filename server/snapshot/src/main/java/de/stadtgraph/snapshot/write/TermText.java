package de.stadtgraph.snapshot.write;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of a term that is being written.
final class TermText {
    private byte[] bytes = new byte[128];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void put(int one) {
        room(1);
        bytes[length++] = (byte) one;
    }

    void put(byte[] some) {
        put(some, 0, some.length);
    }

    void put(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
