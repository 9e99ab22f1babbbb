package de.stadtgraph.snapshot.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads a stream in a thread of its own, a few buffers ahead: unpacking and parsing use two cores. One thread reads
/// from it. Closing it ends the thread, not the stream.
final class ReadAhead implements AutoCloseable {
    private static final int BUFFER = 1 << 18;
    private static final int BUFFERS = 8;

    private final InputStream in;
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BUFFERS);
    private final Thread thread;
    private volatile boolean closed;

    ReadAhead(InputStream in) {
        this.in = in;
        for (int i = 0; i < BUFFERS - 1; i++) {
            empty.add(new byte[BUFFER]);
        }
        thread = Thread.ofPlatform().daemon().name("read-ahead").start(this::fill);
    }

    /// A stretch of the stream; length -1 at its end, which may be a failure.
    static final class Piece {
        private final byte[] bytes;
        private final int length;
        private final @Nullable Throwable failure;

        private Piece(byte[] bytes, int length, @Nullable Throwable failure) {
            this.bytes = bytes;
            this.length = length;
            this.failure = failure;
        }

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }
    }

    private void fill() {
        try {
            int length;
            do {
                byte[] bytes = empty.take();
                length = in.readNBytes(bytes, 0, bytes.length);
                full.put(new Piece(bytes, length == 0 ? -1 : length, null));
            } while (length > 0 && !closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            // at least one place is free: there is one buffer less than places
            full.add(new Piece(new byte[0], -1, e));
        }
    }

    /// The next stretch; it is given back with [#giveBack].
    Piece next() throws IOException {
        try {
            Piece piece = full.take();
            if (piece.failure instanceof IOException failure) {
                throw failure;
            }
            if (piece.failure instanceof RuntimeException failure) {
                throw failure;
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the build was interrupted", e);
        }
    }

    void giveBack(Piece piece) {
        empty.add(piece.bytes());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
