package de.stadtgraph.snapshot.column;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFile;
import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/// How the ids of one part become the ids of the whole: within each tag the rank is replaced, and a larger rank stays
/// larger, so renamed columns are still sorted. Tags without a table keep their ids. For many threads.
public final class Renaming {
    static final int TAGS = 16;
    private static final int PAYLOAD_BITS = 59;
    private static final long PAYLOAD = (1L << PAYLOAD_BITS) - 1;

    private final IndexFile file;
    private final long[] counts = new long[TAGS];
    private final long[] offsets = new long[TAGS];

    private Renaming(IndexFile file) {
        this.file = file;
        long at = file.number(0);
        file.touch(at, 16L * TAGS);
        for (int tag = 0; tag < TAGS; tag++) {
            counts[tag] = file.bytes().get(Layout.LONG, at + 16L * tag);
            offsets[tag] = file.bytes().get(Layout.LONG, at + 16L * tag + 8);
        }
    }

    /// Opens a file `remap-<n>`.
    public static Renaming open(Path path, Arena arena) {
        return new Renaming(IndexFile.open(path, FileKind.REMAP, arena));
    }

    private long rank(int tag, long rank) {
        long at = offsets[tag] + 4 * rank;
        file.touch(at, 4);
        return file.bytes().get(Layout.INT, at);
    }

    /// The id in the whole of an id of the part.
    public long global(long local) {
        int tag = (int) (local >>> PAYLOAD_BITS);
        return counts[tag] == 0 ? local : (local & ~PAYLOAD) | rank(tag, local & PAYLOAD);
    }

    /// Renames values in place.
    void rename(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = global(values[i]);
        }
    }

    /// The smallest id of the part whose id in the whole is not below the given one. It need not exist.
    public long ceiling(long global) {
        int tag = (int) (global >>> PAYLOAD_BITS) & 15;
        long count = counts[tag];
        if (count == 0) {
            return global;
        }
        long payload = global & PAYLOAD;
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (rank(tag, middle) < payload) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (global & ~PAYLOAD) | low;
    }

    /// The id of the part for an id of the whole; 0 when the part does not have the term.
    public long local(long global) {
        long local = ceiling(global);
        int tag = (int) (global >>> PAYLOAD_BITS) & 15;
        boolean known = counts[tag] == 0 || ((local & PAYLOAD) < counts[tag] && global(local) == global);
        return known ? local : 0;
    }

    /// Whether a fault was found since it was opened.
    public boolean isDamaged() {
        return file.isDamaged();
    }

    /// Checks the whole file.
    public void verify() {
        file.verify();
    }
}
