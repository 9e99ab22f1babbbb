package de.stadtgraph.snapshot.geo;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFile;
import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// The boxes of all geometries of a dictionary, mapped read-only. For many threads.
public final class GeoIndex {
    /// Name of the file.
    public static final String FILE = "geo.tree";

    private final IndexFile file;
    private final List<Tree> trees = new ArrayList<>();

    private GeoIndex(IndexFile file) {
        this.file = file;
        long at = file.number(0);
        file.touch(at, 24 * file.number(1));
        for (int tree = 0; tree < file.number(1); tree++) {
            long count = file.bytes().get(Layout.LONG, at);
            trees.add(Tree.of(
                    count, file.bytes().get(Layout.LONG, at + 8), file.bytes().get(Layout.LONG, at + 16)));
            at += 24;
        }
    }

    /// Opens `geo.tree`.
    public static GeoIndex open(Path path, Arena arena) {
        return new GeoIndex(IndexFile.open(path, FileKind.GEO, arena));
    }

    /// Where the parts of a tree begin.
    ///
    /// @param levels where each level of boxes begins, the lowest first
    /// @param sizes number of boxes of each level
    private record Tree(long count, long entries, long[] levels, long[] sizes) {
        static Tree of(long count, long entries, long boxes) {
            var levels = new ArrayList<Long>();
            var sizes = new ArrayList<Long>();
            long at = boxes;
            for (long size = nodes(count); ; size = nodes(size)) {
                levels.add(at);
                sizes.add(size);
                at += size * GeoIndexWriter.BOX_BYTES;
                if (size <= 1) {
                    break;
                }
            }
            return new Tree(
                    count,
                    entries,
                    levels.stream().mapToLong(Long::longValue).toArray(),
                    sizes.stream().mapToLong(Long::longValue).toArray());
        }

        private static long nodes(long count) {
            return (count + GeoIndexWriter.NODE - 1) / GeoIndexWriter.NODE;
        }
    }

    /// Number of geometries.
    public long size() {
        return file.rows();
    }

    /// Tells the ids of the literals whose boxes touch a box, in no order, each once.
    public void search(Box box, LongConsumer found) {
        for (Tree tree : trees) {
            new Descent(tree, box, found).visit(tree.levels().length - 1, 0);
        }
    }

    /// The way down one tree.
    private final class Descent {
        private final Tree tree;
        private final Box wanted;
        private final LongConsumer found;

        Descent(Tree tree, Box wanted, LongConsumer found) {
            this.tree = tree;
            this.wanted = wanted;
            this.found = found;
        }

        void visit(int level, long node) {
            if (!wanted.touches(box(tree.levels()[level] + node * GeoIndexWriter.BOX_BYTES))) {
                return;
            }
            long first = node * GeoIndexWriter.NODE;
            long below = level > 0 ? tree.sizes()[level - 1] : tree.count();
            long end = Math.min(below, first + GeoIndexWriter.NODE);
            for (long child = first; child < end; child++) {
                if (level > 0) {
                    visit(level - 1, child);
                } else {
                    entry(tree.entries() + child * GeoIndexWriter.ENTRY_BYTES);
                }
            }
        }

        private void entry(long at) {
            if (wanted.touches(box(at))) {
                file.touch(at, GeoIndexWriter.ENTRY_BYTES);
                found.accept(file.bytes().get(Layout.LONG, at + GeoIndexWriter.BOX_BYTES));
            }
        }
    }

    private Box box(long at) {
        file.touch(at, GeoIndexWriter.BOX_BYTES);
        var bytes = file.bytes();
        return new Box(
                bytes.get(Layout.INT, at),
                bytes.get(Layout.INT, at + 4),
                bytes.get(Layout.INT, at + 8),
                bytes.get(Layout.INT, at + 12));
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
