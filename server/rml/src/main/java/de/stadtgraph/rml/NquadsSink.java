package de.stadtgraph.rml;

import de.stadtgraph.rml.run.QuadOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Writes lines of canonical N-Quads, some 256 kB at a time.
final class NquadsSink implements QuadSink, QuadOutput {
    private static final int FULL = 1 << 18;

    private final WritableByteChannel channel;
    /// Outside the heap: a channel would copy it there first.
    private final ByteBuffer held = ByteBuffer.allocateDirect(FULL);

    NquadsSink(WritableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void lines(byte[] bytes, int from, int to) throws IOException {
        for (int at = from; at < to; ) {
            int count = Math.min(to - at, held.remaining());
            held.put(bytes, at, count);
            at += count;
            if (!held.hasRemaining()) {
                finish();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        held.flip();
        while (held.hasRemaining()) {
            channel.write(held);
        }
        held.clear();
    }
}
