package de.stadtgraph.rml;

import de.stadtgraph.rml.run.QuadOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Writes lines of canonical N-Quads, some 100 kB at a time.
final class NquadsSink implements QuadSink, QuadOutput {
    private static final int FULL = 1 << 17;

    private final WritableByteChannel channel;
    private final byte[] held = new byte[FULL];
    private int length;

    NquadsSink(WritableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void lines(byte[] bytes, int from, int to) throws IOException {
        for (int at = from; at < to; ) {
            int count = Math.min(to - at, FULL - length);
            System.arraycopy(bytes, at, held, length, count);
            at += count;
            length += count;
            if (length == FULL) {
                finish();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(held, 0, length);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        length = 0;
    }
}
