package de.stadtgraph.snapshot.term;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFileWriter;
import java.nio.file.Path;
import java.util.Arrays;

/// Writes `terms.dict`: the keys of each tag in rising order, tag after tag. One thread.
public final class DictionaryWriter implements AutoCloseable {
    private static final boolean[] NOT_PLAIN = notPlain();

    private final IndexFileWriter out;
    private final long[] directory = new long[Dictionary.ENTRY * TermId.TAGS];
    private final Path path;
    private long[] blocks = new long[1024];
    private byte[] plain = new byte[128];
    private long[] values = new long[0];
    private byte[] previous = new byte[256];
    private int previousLength;
    private int tag;
    private long count;

    public DictionaryWriter(Path path) {
        this.path = path;
        this.out = new IndexFileWriter(path, FileKind.TERMS);
    }

    /// Begins a tag, above the one before.
    public void begin(int nextTag) {
        endSection();
        tag = nextTag;
    }

    /// Adds a key of the tag, above the one before.
    ///
    /// @return its rank
    public long add(byte[] key, int length) {
        if (count == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(path
                    + ": more than 2,147,483,647 different terms of one kind; publish the data as several states.");
        }
        boolean first = (count & (Section.BLOCK - 1)) == 0;
        int shared = first ? 0 : sharedPrefix(key, length);
        if (first) {
            openBlock();
        } else {
            out.putVarint(shared);
        }
        out.putVarint(length - shared);
        out.put(key, shared, length - shared);
        note(key, length);
        return count++;
    }

    private int sharedPrefix(byte[] key, int length) {
        int mismatch = Arrays.mismatch(previous, 0, previousLength, key, 0, length);
        return mismatch < 0 ? length : mismatch;
    }

    private void openBlock() {
        int block = (int) (count >>> Section.BLOCK_BITS);
        if (block + 1 >= blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * blocks.length);
            plain = Arrays.copyOf(plain, 2 * plain.length);
        }
        blocks[block] = out.position();
        plain[block >>> 3] |= (byte) (1 << (block & 7));
    }

    private void note(byte[] key, int length) {
        if (previous.length < length) {
            previous = new byte[2 * length];
        }
        System.arraycopy(key, 0, previous, 0, length);
        previousLength = length;
        int block = (int) (count >>> Section.BLOCK_BITS);
        if (!isPlain(key, length)) {
            plain[block >>> 3] &= (byte) ~(1 << (block & 7));
        }
        if (tag == TermId.DOUBLE || tag == TermId.FLOAT) {
            noteValue(tag == TermId.DOUBLE ? NumberKeys.doubleValue(key, 0) : NumberKeys.floatValue(key, 0));
        }
    }

    private void noteValue(double value) {
        if (count >= values.length) {
            values = Arrays.copyOf(values, Math.max(1024, 2 * values.length));
        }
        values[(int) count] = Double.doubleToRawLongBits(value);
    }

    private boolean isPlain(byte[] key, int length) {
        if (tag == TermId.TRIPLE) {
            return false;
        }
        for (int i = TermDecoder.lexicalStart(tag, key, 0); i < TermDecoder.lexicalEnd(tag, length); i++) {
            if (key[i] >= 0 && NOT_PLAIN[key[i]]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] notPlain() {
        var notPlain = new boolean[128];
        Arrays.fill(notPlain, 0, ' ', true);
        "\"\\<>&\u007F".chars().forEach(letter -> notPlain[letter] = true);
        return notPlain;
    }

    private void endSection() {
        if (count == 0) {
            return;
        }
        int blockCount = (int) ((count + Section.BLOCK - 1) >>> Section.BLOCK_BITS);
        blocks[blockCount] = out.position();
        out.align();
        long offsets = out.position();
        out.putLongs(blocks, blockCount + 1);
        long bits = out.position();
        out.put(plain, 0, (blockCount + 7) / 8);
        out.align();
        long valuesAt = out.position();
        if (values.length > 0) {
            out.putLongs(values, (int) count);
        }
        int at = Dictionary.ENTRY * tag;
        directory[at] = count;
        directory[at + 1] = offsets;
        directory[at + 2] = bits;
        directory[at + 3] = valuesAt;
        Arrays.fill(plain, (byte) 0);
        values = new long[0];
        count = 0;
    }

    /// Ends the file.
    public void finish() {
        endSection();
        out.align();
        long at = out.position();
        out.putLongs(directory, directory.length);
        out.finish(0, at);
    }

    @Override
    public void close() {
        out.close();
    }
}
