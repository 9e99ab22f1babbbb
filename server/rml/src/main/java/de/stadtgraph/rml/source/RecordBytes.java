package de.stadtgraph.rml.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    byte[] array() {
        return bytes;
    }

    boolean isOverflown() {
        return overflown;
    }

    boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /// The text of a stretch; invalid bytes throw.
    String text(int from, int to, Charset charset) throws CharacterCodingException {
        if (isAscii(from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    }

    /// Bytes that are passed over.
    static final class Ignored extends RecordBytes {
        @Override
        void add(int octet) {
            // Nobody will look.
        }
    }
}
