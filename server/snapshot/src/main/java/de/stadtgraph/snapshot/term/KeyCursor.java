package de.stadtgraph.snapshot.term;

import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Reads keys of a section; quick when ranks rise. One thread.
public final class KeyCursor {
    private final Section section;
    private final MemorySegment bytes;
    private byte[] key = new byte[128];
    private int length;
    private long rank = -1;
    private long next;

    KeyCursor(Section section) {
        this.section = section;
        this.bytes = section.bytes();
    }

    public byte[] bytes() {
        return key;
    }

    public int length() {
        return length;
    }

    public long rank() {
        return rank;
    }

    /// Number of keys in the section.
    public long count() {
        return section.count();
    }

    /// Goes to a rank of the section.
    public void seek(long wanted) {
        boolean near = rank >= 0 && wanted >= rank && wanted >>> Section.BLOCK_BITS == rank >>> Section.BLOCK_BITS;
        if (!near) {
            open(wanted >>> Section.BLOCK_BITS);
        }
        while (rank < wanted) {
            step();
        }
    }

    private void open(long block) {
        if (block < 0 || block >= section.blocks()) {
            throw new IllegalArgumentException("no term of tag " + section.tag() + " in block " + block);
        }
        next = section.block(block);
        length = 0;
        int first = varint();
        copy(0, first);
        rank = block << Section.BLOCK_BITS;
    }

    private void step() {
        int shared = varint();
        copy(shared, varint());
        rank++;
    }

    private void copy(int shared, int rest) {
        int total = shared + rest;
        if (total > key.length) {
            key = Arrays.copyOf(key, Math.max(total, 2 * key.length));
        }
        MemorySegment.copy(bytes, Layout.BYTE, next, key, shared, rest);
        next += rest;
        length = total;
    }

    private int varint() {
        byte small = bytes.get(Layout.BYTE, next);
        if (small >= 0) {
            next++;
            return small;
        }
        long value = Varints.read(bytes, next);
        next += Varints.length(value);
        return (int) value;
    }
}
