package de.stadtgraph.snapshot.write;

import java.io.IOException;
import java.io.OutputStream;

/// Bytes on their way out, in pieces of 32 KB.
final class Output {
    private static final int PIECE = 32 << 10;

    private final OutputStream out;
    private final byte[] piece = new byte[PIECE];
    private int length;

    Output(OutputStream out) {
        this.out = out;
    }

    void put(int one) throws IOException {
        if (length == PIECE) {
            flush();
        }
        piece[length++] = (byte) one;
    }

    void put(TermText text) throws IOException {
        put(text.bytes(), text.length());
    }

    void put(byte[] bytes) throws IOException {
        put(bytes, bytes.length);
    }

    private void put(byte[] bytes, int count) throws IOException {
        if (count > PIECE - length) {
            flush();
        }
        if (count > PIECE) {
            out.write(bytes, 0, count);
            return;
        }
        System.arraycopy(bytes, 0, piece, length, count);
        length += count;
    }

    void flush() throws IOException {
        out.write(piece, 0, length);
        length = 0;
    }
}
