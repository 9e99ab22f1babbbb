package de.stadtgraph.http;

import io.javalin.http.Context;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Cuts a reader that does not read: each piece of an answer must be taken in time, and so must the whole.
/// Thread-safe; each stream it makes belongs to one answer.
final class WriteDeadline {
    private static final int PIECE = 64 << 10;

    private final Duration piece;
    private final Duration whole;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("write-deadline").factory());

    /// @param piece time for 64 KB
    /// @param whole time for the whole answer
    WriteDeadline(Duration piece, Duration whole) {
        this.piece = piece;
        this.whole = whole;
    }

    OutputStream guard(Context context, OutputStream out) {
        return new Guarded(context, out);
    }

    private final class Guarded extends FilterOutputStream {
        private final Context context;
        private final long end = System.nanoTime() + whole.toNanos();

        Guarded(Context context, OutputStream out) {
            super(out);
            this.context = context;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += PIECE) {
                piece(bytes, offset + at, Math.min(PIECE, length - at));
            }
        }

        private void piece(byte[] bytes, int offset, int length) throws IOException {
            long left = Math.min(piece.toNanos(), end - System.nanoTime());
            if (left <= 0) {
                throw new IOException("the reader took too long");
            }
            Future<?> cut = clock.schedule(() -> Transport.cut(context), left, TimeUnit.NANOSECONDS);
            try {
                out.write(bytes, offset, length);
            } finally {
                cut.cancel(false);
            }
        }
    }
}
