package de.stadtgraph.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that ends with an error when it is too long or takes too long. One reader.
final class BoundedBody extends FilterInputStream {
    private final long end;
    private long left;

    /// @param end time of the system's nano clock
    BoundedBody(InputStream in, long bytes, long end) {
        super(in);
        this.left = bytes;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new IOException("the answer took too long");
        }
        int read = super.read(bytes, offset, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new IOException("the answer is too long");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
