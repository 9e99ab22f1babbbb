package de.stadtgraph.rml.source;

import java.io.IOException;
import java.io.InputStream;

/// Bytes one by one, with one byte of sight ahead. Not thread-safe.
final class ByteReader {
    private final InputStream input;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    ByteReader(InputStream input) {
        this.input = input;
    }

    /// The next byte, or -1.
    int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : -1;
    }

    /// The next byte without taking it, or -1.
    int peek() throws IOException {
        return at < end || fill() ? buffer[at] & 0xFF : -1;
    }

    /// Whether there are bytes at hand, or more come.
    boolean hasMore() throws IOException {
        return at < end || fill();
    }

    /// Where the bytes at hand lie.
    byte[] buffer() {
        return buffer;
    }

    /// The first of them.
    int at() {
        return at;
    }

    /// Behind the last of them.
    int end() {
        return end;
    }

    /// Those before the position are taken.
    void moveTo(int position) {
        at = position;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, input.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
