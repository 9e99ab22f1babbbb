package de.stadtgraph.snapshot.column;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Encodes the columns of one block. One thread.
final class BlockBuffer {
    private static final int RUN_MEAN = 8;
    private static final int RUN_ROWS = 1 << 16;

    private ByteBuffer out = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private long[] runValues = new long[1024];

    void clear() {
        out.clear();
    }

    int length() {
        return out.position();
    }

    byte[] array() {
        return out.array();
    }

    /// Encodes a column whose smallest and largest value are known.
    ///
    /// @return offset × 8 + code of the codec
    long encode(long[] values, int rows, long min, long max) {
        if (min == max) {
            return ((long) length() << 3) | Codec.CONST.code();
        }
        reserve(rows);
        int offset = length();
        int runs = rows <= RUN_ROWS ? runs(values, rows) : rows;
        if (runs <= rows / RUN_MEAN) {
            encodeRuns(values, rows, runs);
            return ((long) offset << 3) | Codec.RUN.code();
        }
        encodeFrames(values, rows);
        return ((long) offset << 3) | Codec.FOR.code();
    }

    private void reserve(int rows) {
        int worst = 12 * rows + 1024;
        if (out.remaining() < worst) {
            var larger = ByteBuffer.allocate(out.capacity() * 2 + worst).order(ByteOrder.LITTLE_ENDIAN);
            out = larger.put(out.flip());
        }
    }

    private static int runs(long[] values, int rows) {
        int runs = 1;
        for (int i = 1; i < rows; i++) {
            runs += values[i] != values[i - 1] ? 1 : 0;
        }
        return runs;
    }

    private void encodeRuns(long[] values, int rows, int runs) {
        if (runValues.length < runs) {
            runValues = new long[2 * runs];
        }
        int start = length();
        out.putInt(runs);
        int run = 0;
        for (int i = 0; i < rows; i++) {
            if (i + 1 == rows || values[i] != values[i + 1]) {
                out.putShort((short) i);
                runValues[run++] = values[i];
            }
        }
        padTo(start + Runs.valuesOffset(runs));
        encodeFrames(runValues, runs);
    }

    private void padTo(int position) {
        while (out.position() < position) {
            out.put((byte) 0);
        }
    }

    private void encodeFrames(long[] values, int rows) {
        int start = length();
        int frames = Frames.count(rows);
        int payload = start + Frames.payload(rows);
        padTo(payload);
        for (int frame = 0; frame < frames; frame++) {
            int from = frame << Frames.BITS;
            int to = Math.min(rows, from + Frames.SIZE);
            long min = min(values, from, to);
            int width = 64 - Long.numberOfLeadingZeros(max(values, from, to) - min);
            out.putLong(start + 8 * frame, min);
            out.putInt(start + 8 * frames + 4 * frame, (((length() - payload) / 8) << 7) | width);
            pack(values, ((long) from << 32) | to, min, width);
        }
    }

    private static long min(long[] values, int from, int to) {
        long min = values[from];
        for (int i = from + 1; i < to; i++) {
            min = Math.min(min, values[i]);
        }
        return min;
    }

    private static long max(long[] values, int from, int to) {
        long max = values[from];
        for (int i = from + 1; i < to; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }

    /// Packs values into whole numbers of 8 bytes.
    private void pack(long[] values, long fromAndTo, long base, int width) {
        if (width == 0) {
            return;
        }
        long word = 0;
        int used = 0;
        for (int i = (int) (fromAndTo >>> 32); i < (int) fromAndTo; i++) {
            long delta = values[i] - base;
            word |= delta << used;
            used += width;
            if (used >= 64) {
                out.putLong(word);
                used -= 64;
                word = used == 0 ? 0 : delta >>> (width - used);
            }
        }
        if (used > 0) {
            out.putLong(word);
        }
    }
}
