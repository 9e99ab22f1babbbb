package de.stadtgraph.snapshot.column;

import de.stadtgraph.snapshot.file.IndexFile;
import de.stadtgraph.snapshot.file.Layout;

/// The blocks of a permutation: where they begin, what is in them. Held in memory, 250 bytes a block. For many threads.
///
/// An entry on disk is 30 numbers of 8 bytes: first row, offset, length + flags; of each column codec + offset,
/// minimum,
/// maximum; the first key; number of graphs and up to 8 of them.
final class Directory {
    static final int ENTRY = 30;
    static final int GRAPHS = 8;
    static final long REPEATS = 1L << 62;
    private static final int KEY = 3;
    private static final int COLUMN_AT = 3;
    private static final int KEY_AT = COLUMN_AT + 3 * Order.COLUMNS;
    private static final int GRAPHS_AT = KEY_AT + KEY;

    private final int blocks;
    private final long[] entries;

    Directory(IndexFile file) {
        blocks = Math.toIntExact(file.number(1));
        entries = new long[Math.multiplyExact(blocks, ENTRY)];
        file.touch(file.number(0), 8L * entries.length);
        for (int i = 0; i < entries.length; i++) {
            entries[i] = file.bytes().get(Layout.LONG, file.number(0) + 8L * i);
        }
    }

    private Directory(int blocks, long[] entries) {
        this.blocks = blocks;
        this.entries = entries;
    }

    static Directory empty() {
        return new Directory(0, new long[0]);
    }

    /// The same blocks with their minima, maxima and graphs renamed; keys stay as they are on disk.
    Directory renamed(Renaming renaming) {
        long[] renamed = entries.clone();
        for (int block = 0; block < blocks; block++) {
            int at = block * ENTRY;
            for (int column = 0; column < Order.COLUMNS; column++) {
                renamed[at + COLUMN_AT + 3 * column + 1] = renaming.global(renamed[at + COLUMN_AT + 3 * column + 1]);
                renamed[at + COLUMN_AT + 3 * column + 2] = renaming.global(renamed[at + COLUMN_AT + 3 * column + 2]);
            }
            for (int graph = 0; graph < renamed[at + GRAPHS_AT]; graph++) {
                renamed[at + GRAPHS_AT + 1 + graph] = renaming.global(renamed[at + GRAPHS_AT + 1 + graph]);
            }
        }
        return new Directory(blocks, renamed);
    }

    int blocks() {
        return blocks;
    }

    long firstRow(int block) {
        return entries[block * ENTRY];
    }

    long offset(int block) {
        return entries[block * ENTRY + 1];
    }

    long length(int block) {
        return entries[block * ENTRY + 2] & ~REPEATS;
    }

    /// Whether a triple stands in the block more than once.
    boolean repeats(int block) {
        return (entries[block * ENTRY + 2] & REPEATS) != 0;
    }

    Codec codec(int block, int column) {
        return Codec.of((int) (entries[block * ENTRY + COLUMN_AT + 3 * column] & 7));
    }

    long columnOffset(int block, int column) {
        return offset(block) + (entries[block * ENTRY + COLUMN_AT + 3 * column] >>> 3);
    }

    long min(int block, int column) {
        return entries[block * ENTRY + COLUMN_AT + 3 * column + 1];
    }

    long max(int block, int column) {
        return entries[block * ENTRY + COLUMN_AT + 3 * column + 2];
    }

    /// Value of a column in the first row of the block, as on disk.
    long firstKey(int block, int column) {
        return entries[block * ENTRY + KEY_AT + column];
    }

    /// Number of different graphs in the block, or -1 for more than 8.
    int graphs(int block) {
        return (int) entries[block * ENTRY + GRAPHS_AT];
    }

    long graph(int block, int index) {
        return entries[block * ENTRY + GRAPHS_AT + 1 + index];
    }

    /// The block of a row.
    int blockOf(long row) {
        int low = 0;
        int high = blocks - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstRow(middle) <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
