package de.stadtgraph.snapshot.column;

import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Reads a column in frames of 128 values, each value the frame's base plus a number of the frame's bit width. One
/// thread.
///
/// Layout: bases (8 bytes a frame); offset in units of 8 bytes × 128 + bit width (4 bytes a frame); to the next
/// multiple of 8; packed values. Up to 8 bytes behind the column are read, so something always follows it.
final class Frames {
    static final int SIZE = 128;
    static final int BITS = 7;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// A value of so many bits is in eight bytes, wherever it begins in the first of them.
    private static final int MOST_BITS = 56;

    /// From so many values on it pays to copy their bytes.
    private static final int MANY = 8;

    private static final byte[] NOTHING = {};
    private static final byte[] STEPS = steps();

    private final MemorySegment bytes;

    /// Room for a frame's bytes, made when many values are read for the first time: most readers only look some up.
    private byte[] copied = NOTHING;
    private long bases;
    private long entries;
    private long payload;
    private int rows;

    /// The frame that was read last; -1 for none.
    private int frame = -1;

    private long base;
    private int width;
    private long packed;

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

    void open(long column, int length) {
        rows = length;
        bases = column;
        entries = column + 8L * count(length);
        payload = column + payload(length);
        frame = -1;
    }

    long get(int row) {
        openFrame(row >>> BITS);
        return width == 0 ? base : base + packed(row & (SIZE - 1));
    }

    /// The first row from `from` on, before `to`, whose value is not below `key`; `to` when there is none. The rows
    /// must be sorted: then a frame's base is its first value, if all its rows are among them.
    int lowerBound(int from, int to, long key) {
        int found = lastFrameBelow(from >>> BITS, (to - 1) >>> BITS, key);
        openFrame(found);
        int low = Math.max(from, found << BITS);
        return searchFrame(low, Math.min(to, (found + 1) << BITS), key);
    }

    /// The last of some frames whose first value is below the key; the first one if none is.
    private int lastFrameBelow(int first, int last, long key) {
        int low = first;
        int step = 1;
        while (low + step < last && base(low + step) < key) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(last, low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (base(middle) < key) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high == last && last > first && get(last << BITS) < key ? last : low;
    }

    private long base(int wanted) {
        return bytes.get(Layout.LONG, bases + 8L * wanted);
    }

    /// Gallops, then halves: near keys are found fast. Written out, here, above and in [ColumnReader]: with the
    /// comparison
    /// handed to one search as a function, joins by many look-ups took half as long again.
    private int searchFrame(int from, int to, long key) {
        if (get(from) >= key) {
            return from;
        }
        int low = from;
        int step = 1;
        while (low + step < to && get(low + step) < key) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(to, low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (get(middle) < key) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private void openFrame(int wanted) {
        if (wanted == frame) {
            return;
        }
        int entry = bytes.get(Layout.INT, entries + 4L * wanted);
        base = base(wanted);
        width = entry & 127;
        packed = payload + 8L * (entry >>> 7);
        frame = wanted;
    }

    private long packed(int index) {
        int bit = index * width;
        long at = packed + (bit >>> 3);
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
        openFrame(row >>> BITS);
        int first = row & (SIZE - 1);
        if (width == 0) {
            Arrays.fill(out, at, at + count, base);
        } else if (width > MOST_BITS || count < MANY) {
            for (int i = 0; i < count; i++) {
                out[at + i] = base + packed(first + i);
            }
        } else if (isConsecutive()) {
            for (int i = 0; i < count; i++) {
                out[at + i] = base + first + i;
            }
        } else {
            unpack(first, count, out, at);
        }
    }

    /// Whether each value of the frame is one above that before it, as the subjects are that all have a property.
    private boolean isConsecutive() {
        if (width != BITS || (frame + 1) << BITS > rows) {
            return false;
        }
        byte[] words = room();
        MemorySegment.copy(bytes, Layout.BYTE, packed, words, 0, STEPS.length);
        return Arrays.equals(words, 0, STEPS.length, STEPS, 0, STEPS.length);
    }

    private byte[] room() {
        if (copied.length == 0) {
            copied = new byte[SIZE * MOST_BITS / 8 + 8];
        }
        return copied;
    }

    /// The numbers from 0 to 127, packed.
    private static byte[] steps() {
        byte[] steps = new byte[SIZE * BITS / 8];
        for (int bit = 0; bit < 8 * steps.length; bit++) {
            int number = bit / BITS;
            steps[bit >>> 3] |= (byte) (((number >>> (bit % BITS)) & 1) << (bit & 7));
        }
        return steps;
    }

    /// Many values at once: their bytes are copied, since each look at mapped memory is checked for more than its
    /// place.
    private void unpack(int first, int count, long[] out, int at) {
        int bit = first * width;
        int from = bit >>> 3;
        bit &= 7;
        byte[] words = room();
        MemorySegment.copy(bytes, Layout.BYTE, packed + from, words, 0, (bit + count * width + 7) >>> 3);
        long mask = (1L << width) - 1;
        long least = base;
        int step = width;
        for (int i = at; i < at + count; i++) {
            out[i] = least + (((long) WORD.get(words, bit >>> 3) >>> (bit & 7)) & mask);
            bit += step;
        }
    }
}
