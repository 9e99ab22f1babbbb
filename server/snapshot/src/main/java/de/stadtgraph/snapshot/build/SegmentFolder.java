package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.geo.GeoIndex;
import de.stadtgraph.snapshot.geo.GeoIndexWriter;
import de.stadtgraph.snapshot.stats.Statistics;
import de.stadtgraph.snapshot.stats.StatisticsFile;
import de.stadtgraph.snapshot.term.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The folder of an index in work, `<name>.tmp` beside what it becomes. Closed before it is finished, it is removed.
public final class SegmentFolder implements AutoCloseable {
    private final Path folder;
    private final Path work;
    private final List<Path> chunks = new ArrayList<>();
    private int made;

    /// @param folder what it becomes; its parent must be there
    public SegmentFolder(Path folder) {
        this.folder = folder;
        this.work = folder.resolveSibling(folder.getFileName() + ".tmp");
        try {
            remove(work);
            Files.createDirectory(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An empty folder for the next chunk.
    public Path nextChunk() {
        Path chunk = work.resolve("chunk-" + made++);
        try {
            Files.createDirectory(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chunks.add(chunk);
        return chunk;
    }

    public int chunks() {
        return chunks.size();
    }

    /// Makes one index of the chunks, and counts it.
    ///
    /// @return number of quads
    public long merge() {
        while (chunks.size() > Merger.MAX_PARTS) {
            mergeSome();
        }
        if (chunks.size() == 1) {
            moveFiles(chunks.getFirst());
        } else {
            merge(chunks, work);
        }
        long quads = count(Map.of());
        try (Arena arena = Arena.ofShared()) {
            GeoIndexWriter.write(Dictionary.open(work.resolve(StoredIndex.TERMS), arena), work.resolve(GeoIndex.FILE));
        }
        return quads;
    }

    /// Makes another index of the merged one, in a folder inside this one.
    ///
    /// @param writer is given the index and the empty folder
    public void add(String name, BiConsumer<StoredIndex, Path> writer) {
        Path inside = work.resolve(name);
        try (Arena arena = Arena.ofShared()) {
            Files.createDirectory(inside);
            writer.accept(StoredIndex.open(work, arena), inside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes one chunk of the first ones, and puts it behind the others.
    private void mergeSome() {
        List<Path> some = List.copyOf(chunks.subList(0, Merger.MAX_PARTS));
        merge(some, nextChunk());
        chunks.removeAll(some);
    }

    private static void merge(List<Path> chunks, Path target) {
        try (Arena arena = Arena.ofShared()) {
            new Merger(
                            chunks.stream()
                                    .map(chunk -> new Merger.Source(StoredIndex.open(chunk, arena), true))
                                    .toList(),
                            target)
                    .merge();
        }
        try {
            for (int part = 0; part < chunks.size(); part++) {
                Files.delete(target.resolve("remap-" + part));
                remove(chunks.get(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes one index of segments. The renamings stay, for the segments are read on.
    ///
    /// @param graphs gives the statistics of each graph, once the renamings are there
    /// @return number of quads in the union
    public long mergeSegments(List<Merger.Source> segments, Function<Path, Map<Long, Statistics>> graphs) {
        new Merger(segments, work).merge();
        return count(graphs.apply(work));
    }

    private long count(Map<Long, Statistics> graphs) {
        try (Arena arena = Arena.ofShared()) {
            StoredIndex index = StoredIndex.open(work, arena);
            Statistics statistics = graphs.isEmpty() ? Counting.count(index) : Counting.count(index, graphs);
            StatisticsFile.write(statistics, work.resolve(StoredIndex.STATISTICS));
            index.verify();
            return index.permutation(Order.SPO).rows();
        }
    }

    private void moveFiles(Path chunk) {
        try (Stream<Path> files = Files.list(chunk)) {
            for (Path file : files.toList()) {
                Files.move(file, work.resolve(file.getFileName()));
            }
            Files.delete(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Seals the index and gives it its name.
    public Manifest finish(Manifest draft) {
        try {
            Manifest sealed = Manifest.seal(work, draft);
            Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
            Manifest.force(folder.resolveSibling("."));
            return sealed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            remove(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes a folder and all in it; nothing happens when there is none.
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
