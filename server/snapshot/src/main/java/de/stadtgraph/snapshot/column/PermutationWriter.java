package de.stadtgraph.snapshot.column;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFileWriter;
import java.nio.file.Path;
import java.util.Arrays;

/// Writes a permutation from rows in its order. One thread.
///
/// A block has up to 32,768 rows, more only where one triple stands in so many graphs; in the orders that begin with
/// the predicate, each predicate begins a block.
public final class PermutationWriter implements AutoCloseable {
    static final int BLOCK = 1 << 15;

    private final IndexFileWriter out;
    private final boolean byPredicate;
    private final BlockBuffer block = new BlockBuffer();
    private final long[][] columns = new long[Order.COLUMNS][BLOCK];
    private final long[] entry = new long[Directory.ENTRY];
    private long[] directory = new long[64 * Directory.ENTRY];
    private int blocks;
    private int rows;
    private long written;

    public PermutationWriter(Path folder, Order order) {
        out = new IndexFileWriter(folder.resolve(order.fileName()), FileKind.PERMUTATION);
        byPredicate = order == Order.PSO || order == Order.POS;
    }

    /// Adds a row, its values in the order of the sort key; not below the row before and different from it.
    public void add(long first, long second, long third, long graph) {
        int last = rows - 1;
        if (rows >= BLOCK && !isLast(first, second, third)) {
            flush();
        } else if (byPredicate && rows > 0 && columns[0][last] != first) {
            flush();
        }
        if (rows == columns[0].length) {
            grow();
        }
        columns[0][rows] = first;
        columns[1][rows] = second;
        columns[2][rows] = third;
        columns[3][rows] = graph;
        rows++;
    }

    private boolean isLast(long first, long second, long third) {
        int last = rows - 1;
        return columns[2][last] == third && columns[1][last] == second && columns[0][last] == first;
    }

    private void grow() {
        for (int column = 0; column < Order.COLUMNS; column++) {
            columns[column] = Arrays.copyOf(columns[column], 2 * rows);
        }
    }

    private void flush() {
        if (rows == 0) {
            return;
        }
        out.align();
        Arrays.fill(entry, 0);
        block.clear();
        entry[0] = written;
        entry[1] = out.position();
        for (int column = 0; column < Order.COLUMNS; column++) {
            encode(column);
        }
        entry[2] = block.length() | (repeats() ? Directory.REPEATS : 0);
        for (int column = 0; column < 3; column++) {
            entry[15 + column] = columns[column][0];
        }
        noteGraphs();
        out.put(block.array(), 0, block.length());
        note();
        written += rows;
        rows = 0;
    }

    private void encode(int column) {
        long[] values = columns[column];
        long min = values[0];
        long max = values[0];
        for (int i = 1; i < rows; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        int at = 3 + 3 * column;
        entry[at] = block.encode(values, rows, min, max);
        entry[at + 1] = min;
        entry[at + 2] = max;
    }

    private boolean repeats() {
        for (int i = 1; i < rows; i++) {
            if (columns[2][i] == columns[2][i - 1]
                    && columns[1][i] == columns[1][i - 1]
                    && columns[0][i] == columns[0][i - 1]) {
                return true;
            }
        }
        return false;
    }

    /// The block's graphs in the order of their ids, or that there are many.
    private void noteGraphs() {
        long[] graphs = new long[Directory.GRAPHS + 1];
        int count = 0;
        long before = 0;
        for (int i = 0; i < rows && count <= Directory.GRAPHS; i++) {
            long graph = columns[3][i];
            if (graph != before && Arrays.binarySearch(graphs, 0, count, graph) < 0) {
                graphs[count++] = graph;
                Arrays.sort(graphs, 0, count);
            }
            before = graph;
        }
        entry[18] = count > Directory.GRAPHS ? -1 : count;
        System.arraycopy(graphs, 0, entry, 19, count > Directory.GRAPHS ? 0 : count);
    }

    private void note() {
        int at = blocks * Directory.ENTRY;
        if (at == directory.length) {
            directory = Arrays.copyOf(directory, 2 * at);
        }
        System.arraycopy(entry, 0, directory, at, Directory.ENTRY);
        blocks++;
    }

    /// Ends the file.
    public void finish() {
        flush();
        out.align();
        long at = out.position();
        out.putLongs(directory, blocks * Directory.ENTRY);
        out.finish(written, at, blocks);
    }

    public long rows() {
        return written + rows;
    }

    @Override
    public void close() {
        out.close();
    }
}
