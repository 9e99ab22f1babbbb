package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/// A function of an id whose value is kept for each id seen, so that it is computed once a distinct id.
///
/// It keeps at most 256 Ki values and then begins anew. Belongs to one query.
public final class IdMemo {
    private static final int FIRST = 64;
    private static final int MOST = 1 << 18;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long ENTRY_BYTES = 16;

    /// No id: those that a query makes count down from -1.
    private static final long FREE = Long.MIN_VALUE;

    private final LongUnaryOperator function;
    private final Meter meter;

    /// An id and its value, side by side.
    private long[] entries = empty(FIRST);

    private int size;

    public IdMemo(LongUnaryOperator function, Meter meter) {
        this.function = function;
        this.meter = meter;
    }

    private static long[] empty(int slots) {
        long[] entries = new long[2 * slots];
        Arrays.fill(entries, FREE);
        return entries;
    }

    /// The values of many ids.
    public void fill(long[] ids, int rows, long[] into) {
        int row = 0;
        while (row < rows) {
            row = fillKnown(ids, row, rows, into);
            if (row < rows) {
                into[row] = compute(ids[row]);
                row++;
            }
        }
    }

    /// Fills what is known already.
    ///
    /// @return the first row whose id is not
    private int fillKnown(long[] ids, int from, int rows, long[] into) {
        long[] known = entries;
        int mask = known.length - 2;
        for (int row = from; row < rows; row++) {
            long id = ids[row];
            if (row > from && id == ids[row - 1]) {
                into[row] = into[row - 1];
                continue;
            }
            int at = first(id) & mask;
            while (known[at] != id && known[at] != FREE) {
                at = (at + 2) & mask;
            }
            if (known[at] == FREE) {
                return row;
            }
            into[row] = known[at + 1];
        }
        return rows;
    }

    /// Where to look first; even.
    private static int first(long id) {
        long mixed = id * SPREAD;
        return (int) (mixed ^ (mixed >>> 32)) << 1;
    }

    private long compute(long id) {
        long value = function.applyAsLong(id);
        if (4 * size >= entries.length) {
            grow();
        }
        put(id, value);
        size++;
        return value;
    }

    private void put(long id, long value) {
        int mask = entries.length - 2;
        int at = first(id) & mask;
        while (entries[at] != FREE) {
            at = (at + 2) & mask;
        }
        entries[at] = id;
        entries[at + 1] = value;
    }

    private void grow() {
        if (size >= MOST) {
            Arrays.fill(entries, FREE);
            size = 0;
            return;
        }
        int slots = entries.length / 2;
        meter.hold(slots * ENTRY_BYTES);
        long[] before = entries;
        entries = empty(2 * slots);
        for (int at = 0; at < before.length; at += 2) {
            if (before[at] != FREE) {
                put(before[at], before[at + 1]);
            }
        }
    }
}
