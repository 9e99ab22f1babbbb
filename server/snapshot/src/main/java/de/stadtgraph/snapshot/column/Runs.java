package de.stadtgraph.snapshot.column;

import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Reads a column of runs: number of runs (4 bytes), last row of each (2 bytes), to the next multiple of 8, then the
/// runs' values in frames. One thread.
final class Runs {
    private final MemorySegment bytes;
    private final Frames values;
    private long ends;
    private int runs;
    private int run;

    Runs(MemorySegment bytes) {
        this.bytes = bytes;
        this.values = new Frames(bytes);
    }

    static int valuesOffset(int runs) {
        return (4 + 2 * runs + 7) & -8;
    }

    void open(long column) {
        runs = bytes.get(Layout.INT, column);
        ends = column + 4;
        values.open(column + valuesOffset(runs), runs);
        run = 0;
    }

    private int last(int index) {
        return bytes.get(Layout.SHORT, ends + 2L * index) & 0xFFFF;
    }

    /// Goes to the run of a row.
    private void seek(int row) {
        if (last(run) >= row && (run == 0 || last(run - 1) < row)) {
            return;
        }
        int low = last(run) < row ? run + 1 : 0;
        if (low < runs && low == run + 1 && last(low) >= row) {
            run = low;
            return;
        }
        int high = runs - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (last(middle) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        run = low;
    }

    long get(int row) {
        seek(row);
        return values.get(run);
    }

    /// The first row from `from` on, before `to`, whose value is not below `key`; `to` when there is none. The rows
    /// must be sorted.
    int lowerBound(int from, int to, long key) {
        seek(from);
        int first = run;
        if (values.get(first) >= key) {
            return from;
        }
        seek(to - 1);
        int behind = run + 1;
        int found = values.lowerBound(first, behind, key);
        run = Math.min(found, behind - 1);
        return found == behind ? to : last(found - 1) + 1;
    }

    void read(int from, int count, long[] out, int offset) {
        int row = from;
        int end = from + count;
        int shift = offset - from;
        seek(row);
        while (row < end) {
            int runEnd = Math.min(end, last(run) + 1);
            Arrays.fill(out, row + shift, runEnd + shift, values.get(run));
            row = runEnd;
            if (row < end) {
                run++;
            }
        }
    }
}
