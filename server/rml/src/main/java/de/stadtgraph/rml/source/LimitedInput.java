package de.stadtgraph.rml.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Content with a limit of bytes, and of how much more it may be than what it is unpacked from. Not thread-safe.
final class LimitedInput extends FilterInputStream {
    /// Bytes a packed file may unpack to.
    static final long MOST_UNPACKED = 8L << 30;

    /// How many bytes a packed byte may become (real spreadsheets: 6 to 18), once there are 16 MB of them.
    static final int MOST_RATIO = 100;

    private static final long RATIO_FROM = 16 << 20;

    private final long most;
    private final LongSupplier packed;
    private final String sentence;
    private long bytes;

    private LimitedInput(InputStream input, long most, LongSupplier packed, String sentence) {
        super(input);
        this.most = most;
        this.packed = packed;
        this.sentence = sentence;
    }

    /// At most so many bytes, else the sentence is said.
    LimitedInput(InputStream input, long most, String sentence) {
        this(input, most, () -> Long.MAX_VALUE / MOST_RATIO, sentence);
    }

    /// Content being unpacked from a counted file.
    static LimitedInput unpacking(InputStream input, SourceBytes.Counter packed, String name) {
        return unpacking(input, packed::bytes, name);
    }

    static LimitedInput unpacking(InputStream input, LongSupplier packed, String name) {
        return new LimitedInput(
                input,
                MOST_UNPACKED,
                packed,
                name + " unpacks to more than 8 GB or to 100 times its size: it is not read");
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws BrokenSourceException {
        bytes += more;
        if (bytes > most || (bytes > RATIO_FROM && bytes / MOST_RATIO > packed.getAsLong())) {
            throw new BrokenSourceException("too-large", -1, sentence);
        }
    }
}
