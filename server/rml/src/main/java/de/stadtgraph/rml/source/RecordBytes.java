package de.stadtgraph.rml.source;

import java.util.Arrays;

/// A growing piece of bytes with a limit. Not thread-safe.
class RecordBytes {
    private byte[] bytes = new byte[1 << 8];
    private int length;
    private boolean overflown;

    void clear() {
        length = 0;
        overflown = false;
    }

    void add(int octet) {
        if (length == RecordSource.MOST_RECORD_BYTES) {
            overflown = true;
            return;
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(RecordSource.MOST_RECORD_BYTES, length * 2));
        }
        bytes[length++] = (byte) octet;
    }

    void add(byte[] from, int start, int end) {
        int count = end - start;
        if (count > RecordSource.MOST_RECORD_BYTES - length) {
            overflown = true;
            return;
        }
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.clamp(length * 2L, length + count, RecordSource.MOST_RECORD_BYTES));
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    boolean isOverflown() {
        return overflown;
    }

    /// Bytes that are passed over.
    static final class Ignored extends RecordBytes {
        @Override
        void add(int octet) {
            // Nobody will look.
        }

        @Override
        void add(byte[] from, int start, int end) {
            // Nobody will look.
        }
    }
}
