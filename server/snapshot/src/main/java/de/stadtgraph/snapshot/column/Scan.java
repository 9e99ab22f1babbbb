package de.stadtgraph.snapshot.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads a range of a permutation in batches of up to 1,024 rows that never cross a block: some columns of it, without
/// graphs that may not be seen and, in a union, without repeated triples. One thread.
public final class Scan {
    /// Rows in a batch, at most.
    public static final int BATCH = 1024;

    /// Rows that are read after a leap: the next row wanted may be another leap away.
    private static final int AFTER_LEAP = 32;

    private static final int NO_ROLE = -1;

    private final Permutation permutation;
    private final @Nullable GraphFilter filter;
    private final boolean dropRepeats;
    private final int columns;
    private final @Nullable ColumnReader[] readers = new ColumnReader[Order.COLUMNS];
    private final long[] @Nullable [] batch = new long[Order.COLUMNS][];
    private int capacity;
    private int wanted = BATCH;
    private @Nullable Selection selection;
    private long row;
    private long to;
    private long position;
    private int restricted = NO_ROLE;
    private long low;
    private long high;
    private long blocksRead;
    private long blocksSkipped;
    private int lastBlock = -1;

    Scan(QuadIndex index, Permutation permutation, Range range, int columns) {
        this.permutation = permutation;
        this.filter = index.filter().orElse(null);
        this.dropRepeats = index.repeats() == QuadIndex.Repeats.DROP;
        this.columns = columns;
        this.row = range.from();
        this.to = range.to();
        this.capacity = (int) Math.min(BATCH, range.rows());
    }

    /// Skips blocks in which no row has a value from `low` to `high` in the column of a role. Rows of other blocks
    /// are given as they are. One role a scan.
    public Scan restrict(int role, long from, long upTo) {
        restricted = role;
        low = from;
        high = upTo;
        return this;
    }

    /// Reads the next batch.
    ///
    /// @return its rows; 0 at the end
    public int next() {
        while (row < to) {
            int block = block();
            long end = Math.min(to, permutation.firstRow(block + 1));
            GraphFilter.Verdict verdict = verdict(block);
            if (verdict == GraphFilter.Verdict.NONE || isOutside(block)) {
                note(block, false);
                row = end;
                continue;
            }
            note(block, true);
            int count = (int) Math.min(wanted, end - row);
            wanted = Math.min(BATCH, 2 * wanted);
            position = row;
            row += count;
            boolean drop = dropRepeats && permutation.repeats(block);
            int kept = fill(count, verdict == GraphFilter.Verdict.SOME, drop);
            if (kept > 0) {
                return kept;
            }
        }
        return 0;
    }

    private int block() {
        boolean same =
                lastBlock >= 0 && row >= permutation.firstRow(lastBlock) && row < permutation.firstRow(lastBlock + 1);
        return same ? lastBlock : permutation.blockOf(row);
    }

    private void note(int block, boolean read) {
        if (block == lastBlock) {
            return;
        }
        lastBlock = block;
        blocksRead += read ? 1 : 0;
        blocksSkipped += read ? 0 : 1;
    }

    private GraphFilter.Verdict verdict(int block) {
        return filter == null ? GraphFilter.Verdict.ALL : filter.judge(permutation, block);
    }

    private boolean isOutside(int block) {
        return restricted != NO_ROLE
                && (permutation.min(block, restricted) > high || permutation.max(block, restricted) < low);
    }

    private int fill(int count, boolean filtered, boolean drop) {
        if (!filtered && !drop) {
            for (int role = 0; role < Order.COLUMNS; role++) {
                if (((columns >>> role) & 1) != 0) {
                    read(role, count);
                }
            }
            return count;
        }
        Selection kept = selection();
        kept.all(count);
        if (filtered && filter != null) {
            kept.keep(read(Order.GRAPH, count), filter);
        }
        if (drop) {
            kept.dropRepeats(read(Order.SUBJECT, count), read(Order.PREDICATE, count), read(Order.OBJECT, count));
        }
        for (int role = 0; role < Order.COLUMNS; role++) {
            if (((columns >>> role) & 1) != 0) {
                boolean fresh = (filtered && role == Order.GRAPH) || (drop && role != Order.GRAPH);
                kept.compact(fresh ? column(role) : read(role, count));
            }
        }
        return kept.size();
    }

    private Selection selection() {
        if (selection == null) {
            selection = new Selection(capacity);
        }
        return selection;
    }

    private long[] read(int role, int count) {
        ColumnReader reader = reader(role);
        long[] values = batch[role];
        if (values == null) {
            values = new long[capacity];
            batch[role] = values;
        }
        reader.read(position, count, values, 0);
        return values;
    }

    private ColumnReader reader(int role) {
        ColumnReader reader = readers[role];
        if (reader == null) {
            reader = permutation.reader(role);
            readers[role] = reader;
        }
        return reader;
    }

    /// Has the next batches' values of a role written into an array of the reader's, of [#BATCH] places.
    public void into(int role, long[] values) {
        batch[role] = values;
    }

    /// The batch's values of a role that was asked for; until the next batch. Short ranges have short arrays.
    public long[] column(int role) {
        long[] values = batch[role];
        if (values == null) {
            throw new IllegalStateException("column " + role + " is not read");
        }
        return values;
    }

    /// Goes on at the first row not yet read whose value is not below `key`; never backwards.
    ///
    /// @param role a column that is sorted in what is left of the range
    public void seek(int role, long key) {
        long before = row;
        row = reader(role).lowerBound(row, to, key);
        if (row - before > AFTER_LEAP) {
            wanted = AFTER_LEAP;
        }
    }

    /// Begins anew in another range of the same permutation.
    public void restart(Range range) {
        row = range.from();
        to = range.to();
        wanted = BATCH;
        int needed = (int) Math.min(BATCH, range.rows());
        if (needed > capacity) {
            capacity = needed;
            Arrays.fill(batch, null);
            selection = null;
        } else if (selection != null) {
            selection.forget();
        }
    }

    /// Number of the first row that the last batch was read from.
    public long position() {
        return position;
    }

    /// Rows of the range that are not yet read.
    public long left() {
        return to - row;
    }

    public long blocksRead() {
        return blocksRead;
    }

    public long blocksSkipped() {
        return blocksSkipped;
    }
}
