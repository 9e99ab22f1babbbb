package de.stadtgraph.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps a whole answer until it is known to be complete: 64 KB in memory, the rest in a temporary file. One answer,
/// one thread at a time; closing it deletes the file.
public final class Spool extends OutputStream {
    private static final int MEMORY_BYTES = 64 << 10;

    private final long most;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private OutputStream out = memory;
    private long size;

    /// Makes an empty one.
    ///
    /// @param budget its bytes are the limit
    public Spool(QueryBudget budget) {
        this.most = budget.bytesOut();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > most) {
            throw new QueryStopped(QueryStopped.Which.BYTES_OUT, most);
        }
        if (file == null && size > MEMORY_BYTES) {
            Path spilled = Files.createTempFile("stadtgraph-answer-", ".spool");
            file = spilled;
            out = new java.io.BufferedOutputStream(Files.newOutputStream(spilled), 1 << 16);
            memory.writeTo(out);
        }
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /// Number of bytes.
    public long size() {
        return size;
    }

    /// The whole answer; call it once, after the last byte was written.
    public InputStream read() throws IOException {
        out.flush();
        return file == null ? new java.io.ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
