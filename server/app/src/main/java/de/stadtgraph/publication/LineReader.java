package de.stadtgraph.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads lines as bytes, without their end. One thread; a line longer than 64 MB is an error.
final class LineReader implements AutoCloseable {
    private static final int LONGEST_BYTES = 64 << 20;

    private final InputStream source;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long number;

    LineReader(InputStream source) {
        this.source = source;
    }

    /// Opens a file, packed by gzip when its name says so.
    static LineReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return new LineReader(file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /// The next line, or null at the end.
    byte @Nullable [] next() throws IOException {
        byte[] head = new byte[0];
        while (true) {
            for (int at = start; at < end; at++) {
                if (buffer[at] == '\n') {
                    return line(head, at);
                }
            }
            head = joined(head, end);
            end = source.read(buffer, 0, buffer.length);
            start = 0;
            if (end <= 0) {
                end = 0;
                number++;
                return head.length == 0 ? null : head;
            }
        }
    }

    /// Number of the line read last, from 1.
    long number() {
        return number;
    }

    private byte[] line(byte[] head, int at) throws IOException {
        byte[] line = joined(head, at);
        start = at + 1;
        number++;
        return line;
    }

    private byte[] joined(byte[] head, int to) throws IOException {
        int more = to - start;
        if (head.length + more > LONGEST_BYTES) {
            throw new IOException("line " + (number + 1) + " is longer than " + LONGEST_BYTES + " bytes");
        }
        byte[] all = Arrays.copyOf(head, head.length + more);
        System.arraycopy(buffer, start, all, head.length, more);
        return all;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
