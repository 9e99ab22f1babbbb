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
    private static final long ENTRY_BYTES = 24;

    private final LongUnaryOperator function;
    private final Meter meter;
    private long[] ids = new long[FIRST];
    private long[] values = new long[FIRST];
    private boolean[] known = new boolean[FIRST];
    private int size;

    public IdMemo(LongUnaryOperator function, Meter meter) {
        this.function = function;
        this.meter = meter;
    }

    public long get(long id) {
        int slot = slot(id);
        if (known[slot]) {
            return values[slot];
        }
        long value = function.applyAsLong(id);
        put(id, value);
        return value;
    }

    private int slot(long id) {
        int mask = ids.length - 1;
        long mixed = id * SPREAD;
        int slot = (int) (mixed ^ (mixed >>> 32)) & mask;
        while (known[slot] && ids[slot] != id) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(long id, long value) {
        if (2 * size >= ids.length) {
            grow();
        }
        int slot = slot(id);
        ids[slot] = id;
        values[slot] = value;
        known[slot] = true;
        size++;
    }

    private void grow() {
        if (size >= MOST) {
            Arrays.fill(known, false);
            size = 0;
            return;
        }
        meter.hold(ids.length * ENTRY_BYTES);
        long[] oldIds = ids;
        long[] oldValues = values;
        boolean[] oldKnown = known;
        ids = new long[oldIds.length * 2];
        values = new long[ids.length];
        known = new boolean[ids.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldKnown[i]) {
                int slot = slot(oldIds[i]);
                ids[slot] = oldIds[i];
                values[slot] = oldValues[i];
                known[slot] = true;
            }
        }
    }
}
