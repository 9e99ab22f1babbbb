package de.stadtgraph.rml;

import de.stadtgraph.rml.run.QuadOutput;
import de.stadtgraph.rml.term.NquadsFormat;
import de.stadtgraph.rml.term.Quad;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/// Writes lines of canonical N-Quads, 64 kB at a time.
final class NquadsSink implements QuadSink, QuadOutput {
    private static final int FULL = 1 << 16;

    private final WritableByteChannel channel;
    private final StringBuilder lines = new StringBuilder(FULL * 2);

    NquadsSink(WritableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void quad(Quad quad) throws IOException {
        NquadsFormat.append(lines, quad);
        if (lines.length() >= FULL) {
            finish();
        }
    }

    @Override
    public void finish() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
