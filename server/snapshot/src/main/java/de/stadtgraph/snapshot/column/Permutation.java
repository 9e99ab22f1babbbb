package de.stadtgraph.snapshot.column;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFile;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Quads in one of the four orders, in blocks of up to 32,768 rows. For many threads; readers and scans of it belong
/// to one thread each.
public final class Permutation {
    private final Order order;
    private final @Nullable IndexFile file;
    private final Directory stored;
    private final Directory directory;
    private final @Nullable Renaming renaming;

    private Permutation(Order order, @Nullable IndexFile file, Directory stored, @Nullable Renaming renaming) {
        this.order = order;
        this.file = file;
        this.stored = stored;
        this.renaming = renaming;
        this.directory = renaming == null ? stored : stored.renamed(renaming);
    }

    /// Opens the permutation of an index.
    public static Permutation open(Path folder, Order order, Arena arena) {
        IndexFile file = IndexFile.open(folder.resolve(order.fileName()), FileKind.PERMUTATION, arena);
        return new Permutation(order, file, new Directory(file), null);
    }

    /// The permutation without rows.
    public static Permutation empty(Order order) {
        return new Permutation(order, null, Directory.empty(), null);
    }

    /// The same rows, read with the ids of the whole.
    public Permutation renamed(Renaming names) {
        return new Permutation(order, file, stored, names);
    }

    public Order order() {
        return order;
    }

    public long rows() {
        return file == null ? 0 : file.rows();
    }

    /// All rows.
    public Range all() {
        return new Range(0, rows());
    }

    /// Rows whose first column has the value.
    public Range range(long first) {
        return narrow(all(), order.role(0), first);
    }

    public Range range(long first, long second) {
        return narrow(range(first), order.role(1), second);
    }

    public Range range(long first, long second, long third) {
        return narrow(range(first, second), order.role(2), third);
    }

    /// Rows of a range in which the column of a role, sorted there, has the value.
    public Range narrow(Range range, int role, long value) {
        return between(range, role, value, value);
    }

    /// Rows of a range in which the column of a role, sorted there, is from `low` to `high`, both included.
    public Range between(Range range, int role, long low, long high) {
        if (range.isEmpty() || low > high) {
            return new Range(range.from(), range.from());
        }
        ColumnReader reader = reader(role);
        long from = reader.lowerBound(range.from(), range.to(), low);
        long to = high == Long.MAX_VALUE ? range.to() : reader.lowerBound(from, range.to(), high + 1);
        return new Range(from, to);
    }

    /// A reader of the column of a role.
    public ColumnReader reader(int role) {
        return new ColumnReader(this, order.position(role));
    }

    /// Number of blocks.
    public int blocks() {
        return directory.blocks();
    }

    /// The block of a row.
    public int blockOf(long row) {
        return directory.blockOf(row);
    }

    /// The first row of a block; of the number of blocks, the number of rows.
    public long firstRow(int block) {
        return block == blocks() ? rows() : directory.firstRow(block);
    }

    /// Smallest value of a role's column in a block.
    public long min(int block, int role) {
        return directory.min(block, order.position(role));
    }

    /// Largest value of a role's column in a block.
    public long max(int block, int role) {
        return directory.max(block, order.position(role));
    }

    /// Whether a triple stands in the block more than once, in several graphs.
    public boolean repeats(int block) {
        return directory.repeats(block);
    }

    /// Number of different graphs in the block, -1 for more than 8.
    public int graphs(int block) {
        return directory.graphs(block);
    }

    /// One of the block's graphs.
    public long graph(int block, int index) {
        return directory.graph(block, index);
    }

    /// Whether any block of a range has repeats.
    public boolean repeats(Range range) {
        if (range.isEmpty()) {
            return false;
        }
        int last = blockOf(range.to() - 1);
        for (int block = blockOf(range.from()); block <= last; block++) {
            if (repeats(block)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a fault was found since it was opened.
    public boolean isDamaged() {
        return (file != null && file.isDamaged()) || (renaming != null && renaming.isDamaged());
    }

    /// Checks the whole file.
    public void verify() {
        if (file != null) {
            file.verify();
        }
    }

    Directory stored() {
        return stored;
    }

    IndexFile file() {
        if (file == null) {
            throw new IllegalStateException("an empty permutation has no file");
        }
        return file;
    }

    @Nullable
    Renaming renaming() {
        return renaming;
    }
}
