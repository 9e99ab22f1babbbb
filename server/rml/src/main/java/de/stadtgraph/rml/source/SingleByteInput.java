package de.stadtgraph.rml.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// An encoding of one byte a character, read as UTF-8. A byte that is no character becomes 0xFF, which makes its
/// record invalid. Not thread-safe.
final class SingleByteInput extends InputStream {
    private static final int MOST_BYTES_A_CHARACTER = 3;

    private final InputStream input;
    private final byte[][] characters = new byte[256][];
    private final byte[] raw = new byte[1 << 14];
    private final byte[] ready = new byte[(1 << 14) * MOST_BYTES_A_CHARACTER];
    private int at;
    private int end;

    SingleByteInput(InputStream input, Charset charset) {
        this.input = input;
        for (int octet = 0; octet < characters.length; octet++) {
            characters[octet] = character((byte) octet, charset);
        }
    }

    private static byte[] character(byte octet, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(new byte[] {octet}))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException none) {
            return new byte[] {(byte) 0xFF};
        }
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(ready, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        int count = input.read(raw, 0, raw.length);
        at = 0;
        end = 0;
        for (int i = 0; i < count; i++) {
            for (byte octet : characters[raw[i] & 0xFF]) {
                ready[end++] = octet;
            }
        }
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
