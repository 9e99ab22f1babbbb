package de.stadtgraph.publication;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes lines to a gzip file whose bytes depend on the lines alone, and counts them. One thread.
final class PackedWriter implements AutoCloseable {
    private final BufferedWriter out;
    private long count;

    PackedWriter(Path file) throws IOException {
        out = new BufferedWriter(
                new OutputStreamWriter(new Fast(Files.newOutputStream(file)), StandardCharsets.UTF_8), 1 << 16);
    }

    void line(String line) {
        try {
            out.write(line);
            out.write('\n');
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// Compression of level 1: the file is written once and read often, and the disk is not the limit.
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
