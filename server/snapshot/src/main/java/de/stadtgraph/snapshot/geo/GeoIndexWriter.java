package de.stadtgraph.snapshot.geo;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFileWriter;
import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.TermReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes the boxes of all `geo:wktLiteral`s of a dictionary as packed R-trees (sort-tile-recursive), of up to
/// [#MOST_IN_TREE] literals each: so the memory is bounded (about 40 MB). One thread.
public final class GeoIndexWriter {
    static final int NODE = 64;
    static final int ENTRY_BYTES = 24;
    static final int BOX_BYTES = 16;
    private static final int MOST_IN_TREE = 1 << 19;

    private final IndexFileWriter out;
    private final List<long[]> trees = new ArrayList<>();
    private final int mostInTree;

    private GeoIndexWriter(IndexFileWriter out, int mostInTree) {
        this.out = out;
        this.mostInTree = mostInTree;
    }

    /// Writes the index of a dictionary.
    ///
    /// @param file must not exist
    /// @return number of literals in it; those without numbers or in another system are left out
    public static long write(Dictionary dictionary, Path file) {
        return write(dictionary, file, MOST_IN_TREE);
    }

    static long write(Dictionary dictionary, Path file, int mostInTree) {
        try (var out = new IndexFileWriter(file, FileKind.GEO)) {
            return new GeoIndexWriter(out, mostInTree).all(dictionary);
        }
    }

    /// A literal of the tree in work.
    private record Entry(long id, Box box) {}

    private long all(Dictionary dictionary) {
        TermReader reader = dictionary.reader();
        List<Entry> entries = new ArrayList<>();
        long count = 0;
        Dictionary.Ids ids = dictionary.literals(Wkt.DATATYPE);
        for (long id = ids.first(); id < ids.end(); id++) {
            var envelope = Wkt.envelope(reader.read(id).text());
            if (envelope.isPresent()) {
                entries.add(new Entry(id, Box.of(envelope.get())));
                count++;
            }
            if (entries.size() == mostInTree) {
                tree(entries);
            }
        }
        if (!entries.isEmpty()) {
            tree(entries);
        }
        out.align();
        long directory = out.position();
        trees.forEach(tree -> out.putLongs(tree, tree.length));
        out.finish(count, directory, trees.size());
        return count;
    }

    /// Entries, then the boxes of each level up to one box: `count`, where the entries begin, where each level begins.
    private void tree(List<Entry> entries) {
        Entry[] tiled = tiled(entries);
        entries.clear();
        out.align();
        long start = out.position();
        List<Box> level = new ArrayList<>();
        for (int from = 0; from < tiled.length; from += NODE) {
            Box around = tiled[from].box();
            for (int i = from; i < Math.min(tiled.length, from + NODE); i++) {
                put(tiled[i].box());
                out.putLong(tiled[i].id());
                around = around.and(tiled[i].box());
            }
            level.add(around);
        }
        long boxes = out.position();
        while (true) {
            level.forEach(this::put);
            if (level.size() == 1) {
                break;
            }
            level = above(level);
        }
        trees.add(new long[] {tiled.length, start, boxes});
    }

    private static List<Box> above(List<Box> level) {
        List<Box> above = new ArrayList<>();
        for (int from = 0; from < level.size(); from += NODE) {
            above.add(level.subList(from, Math.min(level.size(), from + NODE)).stream()
                    .reduce(Box::and)
                    .orElseThrow());
        }
        return above;
    }

    /// Strips of about the same number of nodes by longitude, each sorted by latitude.
    private static Entry[] tiled(List<Entry> entries) {
        Entry[] tiled = entries.toArray(Entry[]::new);
        Arrays.sort(
                tiled,
                (one, two) -> Long.compare(
                        middle(one.box().west(), one.box().east()),
                        middle(two.box().west(), two.box().east())));
        int strips = (int) Math.ceil(Math.sqrt((double) tiled.length / NODE));
        int strip = NODE * (int) Math.ceil((double) tiled.length / NODE / strips);
        for (int from = 0; from < tiled.length; from += strip) {
            Arrays.sort(
                    tiled,
                    from,
                    Math.min(tiled.length, from + strip),
                    (one, two) -> Long.compare(
                            middle(one.box().south(), one.box().north()),
                            middle(two.box().south(), two.box().north())));
        }
        return tiled;
    }

    private static long middle(int low, int high) {
        return (long) low + high;
    }

    private void put(Box box) {
        out.putInt(box.west());
        out.putInt(box.south());
        out.putInt(box.east());
        out.putInt(box.north());
    }
}
