package de.stadtgraph.snapshot.column;

import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Reads a column in frames of 128 values, each value the frame's base plus a number of the frame's bit width. One
/// thread.
///
/// Layout: bases (8 bytes a frame); offset in units of 8 bytes × 128 + bit width (4 bytes a frame); to the next
/// multiple of 8; packed values. Up to 8 bytes behind the column are read, so something always follows it.
final class Frames {
    static final int SIZE = 128;
    static final int BITS = 7;

    private final MemorySegment bytes;
    private long bases;
    private long entries;
    private long payload;

    Frames(MemorySegment bytes) {
        this.bytes = bytes;
    }

    static int count(int rows) {
        return (rows + SIZE - 1) >>> BITS;
    }

    /// Where packed values begin, from the start of the column.
    static int payload(int rows) {
        int frames = count(rows);
        return 8 * frames + ((4 * frames + 7) & -8);
    }

    void open(long column, int rows) {
        bases = column;
        entries = column + 8L * count(rows);
        payload = column + payload(rows);
    }

    long get(int row) {
        int frame = row >>> BITS;
        int entry = bytes.get(Layout.INT, entries + 4L * frame);
        long base = bytes.get(Layout.LONG, bases + 8L * frame);
        int width = entry & 127;
        if (width == 0) {
            return base;
        }
        return base + packed(payload + 8L * (entry >>> 7), width, row & (SIZE - 1));
    }

    private long packed(long offset, int width, int index) {
        int bit = index * width;
        long at = offset + (bit >>> 3);
        int shift = bit & 7;
        long low = bytes.get(Layout.LONG, at) >>> shift;
        if (shift + width > 64) {
            low |= (bytes.get(Layout.BYTE, at + 8) & 0xFFL) << (64 - shift);
        }
        return width == 64 ? low : low & ((1L << width) - 1);
    }

    void read(int from, int count, long[] out, int offset) {
        int row = from;
        int at = offset;
        int left = count;
        while (left > 0) {
            int part = Math.min(left, SIZE - (row & (SIZE - 1)));
            readFrame(row, part, out, at);
            row += part;
            at += part;
            left -= part;
        }
    }

    /// Rows of one frame.
    private void readFrame(int row, int count, long[] out, int at) {
        int frame = row >>> BITS;
        int entry = bytes.get(Layout.INT, entries + 4L * frame);
        long base = bytes.get(Layout.LONG, bases + 8L * frame);
        int width = entry & 127;
        int first = row & (SIZE - 1);
        long packed = payload + 8L * (entry >>> 7);
        if (width == 0) {
            Arrays.fill(out, at, at + count, base);
            return;
        }
        if (width <= 56) {
            MemorySegment source = bytes;
            long mask = (1L << width) - 1;
            int bit = first * width;
            for (int i = at; i < at + count; i++) {
                out[i] = base + ((source.get(Layout.LONG, packed + (bit >>> 3)) >>> (bit & 7)) & mask);
                bit += width;
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            out[at + i] = base + packed(packed, width, first + i);
        }
    }
}
