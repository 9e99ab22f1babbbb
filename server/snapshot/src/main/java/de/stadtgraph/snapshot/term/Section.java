package de.stadtgraph.snapshot.term;

import de.stadtgraph.snapshot.file.IndexFile;
import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.MemorySegment;

/// The terms of one tag: blocks of 16 front-coded keys in order. For many threads.
final class Section {
    static final int BLOCK = 16;
    static final int BLOCK_BITS = 4;

    private final IndexFile file;
    private final MemorySegment bytes;
    private final int tag;
    private final long count;
    private final long blockOffsets;
    private final long plainBits;
    private final long values;

    /// @param entry five numbers of the directory: count, offsets of the blocks, plain bits, values, 0
    Section(IndexFile file, int tag, long[] entry) {
        this.file = file;
        this.bytes = file.bytes();
        this.tag = tag;
        this.count = entry[0];
        this.blockOffsets = entry[1];
        this.plainBits = entry[2];
        this.values = entry[3];
    }

    int tag() {
        return tag;
    }

    long count() {
        return count;
    }

    MemorySegment bytes() {
        return bytes;
    }

    long blocks() {
        return (count + BLOCK - 1) >>> BLOCK_BITS;
    }

    /// Where a block begins; its bytes are checked.
    long block(long block) {
        long at = blockOffsets + 8 * block;
        file.touch(at, 16);
        long offset = bytes.get(Layout.LONG, at);
        file.touch(offset, bytes.get(Layout.LONG, at + 8) - offset);
        return offset;
    }

    boolean isPlain(long rank) {
        long block = rank >>> BLOCK_BITS;
        long at = plainBits + (block >>> 3);
        file.touch(at, 1);
        return ((bytes.get(Layout.BYTE, at) >>> (block & 7)) & 1) != 0;
    }

    /// Value of a double or float.
    double value(long rank) {
        long at = values + 8 * rank;
        file.touch(at, 8);
        return Double.longBitsToDouble(bytes.get(Layout.LONG, at));
    }

    /// Rank of the first key that is not below the given one; the number of keys when there is none.
    long lowerBound(byte[] key, int length) {
        long low = 0;
        long high = blocks();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (compareFirst(middle, key, length) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : inBlock(low - 1, key, length);
    }

    /// Compares the first key of a block with a key.
    private int compareFirst(long block, byte[] key, int length) {
        long at = block(block);
        int other = bytes.get(Layout.BYTE, at++);
        if (other < 0) {
            long start = at - 1;
            other = (int) Varints.read(bytes, start);
            at = start + Varints.length(other);
        }
        long mismatch = MemorySegment.mismatch(bytes, at, at + other, MemorySegment.ofArray(key), 0, length);
        if (mismatch < 0) {
            return 0;
        }
        if (mismatch >= other || mismatch >= length) {
            return Integer.compare(other, length);
        }
        return Integer.compare(
                KeyOrder.rank(bytes.get(Layout.BYTE, at + mismatch)), KeyOrder.rank(key[(int) mismatch]));
    }

    private long inBlock(long block, byte[] key, int length) {
        var cursor = new KeyCursor(this);
        long rank = block << BLOCK_BITS;
        long end = Math.min(count, rank + BLOCK);
        while (rank < end) {
            cursor.seek(rank);
            if (KeyOrder.compare(cursor.bytes(), cursor.length(), key, length) >= 0) {
                return rank;
            }
            rank++;
        }
        return end;
    }
}
