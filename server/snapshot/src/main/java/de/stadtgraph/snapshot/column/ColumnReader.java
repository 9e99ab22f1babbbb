package de.stadtgraph.snapshot.column;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads one column of a permutation by row number, forwards or in jumps. One thread.
public final class ColumnReader {
    private static final long[] NOTHING = {};

    private final Permutation permutation;
    private final Directory directory;
    private final int column;
    private final @Nullable Renaming renaming;
    private final Frames frames;
    private final Runs runs;
    private Codec codec = Codec.CONST;
    private long constant;
    private int block = -1;
    private long start;
    private long end;

    ColumnReader(Permutation permutation, int column) {
        this.permutation = permutation;
        this.directory = permutation.stored();
        this.column = column;
        this.renaming = permutation.renaming();
        MemorySegment bytes = directory.blocks() == 0
                ? MemorySegment.ofArray(NOTHING)
                : permutation.file().bytes();
        this.frames = new Frames(bytes);
        this.runs = new Runs(bytes);
    }

    private void open(long row) {
        if (row >= start && row < end) {
            return;
        }
        int next = block + 1;
        boolean follows = row == end && block >= 0 && next < directory.blocks();
        openBlock(follows ? next : directory.blockOf(row));
    }

    private void openBlock(int wanted) {
        long first = directory.firstRow(wanted);
        codec = directory.codec(wanted, column);
        int rows = (int) (permutation.firstRow(wanted + 1) - first);
        long at = directory.columnOffset(wanted, column);
        permutation.file().touch(directory.offset(wanted), directory.length(wanted));
        switch (codec) {
            case CONST -> constant = directory.min(wanted, column);
            case FOR -> frames.open(at, rows);
            case RUN -> runs.open(at);
        }
        block = wanted;
        start = first;
        end = first + rows;
    }

    /// The value of a row.
    public long get(long row) {
        open(row);
        long value = local(row);
        return renaming == null ? value : renaming.global(value);
    }

    private long local(long row) {
        int inBlock = (int) (row - start);
        return switch (codec) {
            case CONST -> constant;
            case FOR -> frames.get(inBlock);
            case RUN -> runs.get(inBlock);
        };
    }

    /// Reads `count` rows from `row` on into `out`, from `offset` on.
    public void read(long row, int count, long[] out, int offset) {
        long from = row;
        int at = offset;
        int left = count;
        while (left > 0) {
            open(from);
            int part = (int) Math.min(left, end - from);
            readBlock((int) (from - start), part, out, at);
            from += part;
            at += part;
            left -= part;
        }
        if (renaming != null) {
            renaming.rename(out, offset, offset + count);
        }
    }

    private void readBlock(int row, int count, long[] out, int at) {
        switch (codec) {
            case CONST -> Arrays.fill(out, at, at + count, constant);
            case FOR -> frames.read(row, count, out, at);
            case RUN -> runs.read(row, count, out, at);
        }
    }

    /// The first row from `from` on, before `to`, whose value is not below `key`; `to` when there is none. The
    /// column must be sorted there.
    public long lowerBound(long from, long to, long key) {
        if (from >= to) {
            return to;
        }
        long wanted = renaming == null ? key : renaming.ceiling(key);
        int first = from >= start && from < end ? block : directory.blockOf(from);
        int found = lastBlockBelow(first, to, wanted);
        long low = Math.max(from, directory.firstRow(found));
        long high = Math.min(to, permutation.firstRow(found + 1));
        open(low);
        return start + inBlock((int) (low - start), (int) (high - start), wanted);
    }

    private int inBlock(int from, int to, long key) {
        return switch (codec) {
            case CONST -> constant < key ? to : from;
            case FOR -> frames.lowerBound(from, to, key);
            case RUN -> runs.lowerBound(from, to, key);
        };
    }

    /// The last block that begins before `to` and whose first value is below the key; the first one if none is.
    private int lastBlockBelow(int first, long to, long key) {
        int low = first;
        int step = 1;
        while (isBelow(low + step, to, key)) {
            low += step;
            step <<= 1;
        }
        int high = low + step;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isBelow(middle, to, key)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBelow(int candidate, long to, long key) {
        return candidate < directory.blocks()
                && directory.firstRow(candidate) < to
                && directory.firstKey(candidate, column) < key;
    }
}
