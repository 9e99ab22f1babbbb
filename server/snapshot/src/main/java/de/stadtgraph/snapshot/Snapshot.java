package de.stadtgraph.snapshot;

import de.stadtgraph.snapshot.arq.SnapshotDatasetGraph;
import de.stadtgraph.snapshot.build.Manifest;
import de.stadtgraph.snapshot.build.StoredIndex;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.Renaming;
import de.stadtgraph.snapshot.geo.Box;
import de.stadtgraph.snapshot.geo.GeoIndex;
import de.stadtgraph.snapshot.stats.Statistics;
import de.stadtgraph.snapshot.stats.StatisticsFile;
import de.stadtgraph.snapshot.term.Dictionary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.jena.sparql.core.DatasetGraph;

/// The opened index of one state: read-only, for many threads. It must not be read after it is closed.
public final class Snapshot implements AutoCloseable {
    private final Arena arena;
    private final Path folder;
    private final Manifest manifest;
    private final StoredIndex whole;
    private final Statistics statistics;
    private final List<Part> parts;
    private final List<Renaming> names = new ArrayList<>();
    private final List<GeoIndex> geometries = new ArrayList<>();
    private volatile boolean reported;

    private Snapshot(Arena arena, Path folder) {
        this.arena = arena;
        this.folder = folder;
        this.manifest = Manifest.read(folder);
        this.parts = new ArrayList<>();
        List<Manifest.Segment> segments = manifest.segments();
        boolean single = segments.size() == 1 && manifest.files().isEmpty();
        Path home = single ? segment(segments.getFirst()) : folder;
        this.whole = StoredIndex.open(home, arena);
        Statistics counted = StatisticsFile.read(home.resolve(StoredIndex.STATISTICS), id -> id);
        if (single || segments.isEmpty()) {
            statistics = counted;
            parts.add(new Part(whole, whole.permutations(), counted.graphs().keySet(), true));
            if (Files.exists(home.resolve(GeoIndex.FILE))) { // all but a state without releases
                geometries.add(GeoIndex.open(home.resolve(GeoIndex.FILE), arena));
            }
            return;
        }
        var graphs = new HashMap<Long, Statistics>();
        for (int i = 0; i < segments.size(); i++) {
            openSegment(i, segments.get(i), graphs);
        }
        statistics = new Statistics(counted.totals(), counted.predicates(), counted.classes(), graphs);
    }

    private void openSegment(int index, Manifest.Segment segment, Map<Long, Statistics> graphs) {
        Path place = segment(segment);
        StoredIndex stored = StoredIndex.open(place, arena);
        Renaming names = Renaming.open(folder.resolve("remap-" + index), arena);
        Statistics counted = StatisticsFile.read(place.resolve(StoredIndex.STATISTICS), names::global);
        graphs.putAll(counted.graphs());
        this.names.add(names);
        geometries.add(GeoIndex.open(place.resolve(GeoIndex.FILE), arena));
        parts.add(new Part(stored, stored.renamed(names), counted.graphs().keySet(), segment.merged()));
    }

    /// The folder of a segment, once it is known to be the one that was merged.
    private Path segment(Manifest.Segment segment) {
        Path place = folder.resolve(segment.folder()).normalize();
        requireDigest(place, segment.digest());
        Manifest.read(place);
        return place;
    }

    private static void requireDigest(Path place, String digest) {
        try {
            if (!Manifest.digest(place.resolve(Manifest.FILE)).equals(digest)) {
                throw new SnapshotFault(place, "the segment is not the one that was merged");
            }
        } catch (IOException e) {
            throw new SnapshotFault(place, "the segment is missing", e);
        }
    }

    /// Opens an index.
    ///
    /// @throws SnapshotFault when it is not what was written
    public static Snapshot open(Path folder) {
        Arena arena = Arena.ofShared();
        try {
            return new Snapshot(arena, folder);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /// What the index was made of.
    public Manifest manifest() {
        return manifest;
    }

    public Dictionary dictionary() {
        return whole.dictionary();
    }

    public Statistics statistics() {
        return statistics;
    }

    /// Ids of all released graphs.
    public long[] graphs() {
        return parts.stream()
                .filter(Part::released)
                .flatMap(part -> part.graphs().stream())
                .mapToLong(Long::longValue)
                .distinct()
                .sorted()
                .toArray();
    }

    /// The ids of all literals with geometries that may touch a box, rising: at least those that do.
    public long[] geometriesIn(Box box) {
        var found = LongStream.builder();
        for (int i = 0; i < geometries.size(); i++) {
            LongUnaryOperator global = names.isEmpty() ? LongUnaryOperator.identity() : names.get(i)::global;
            geometries.get(i).search(box, id -> found.add(global.applyAsLong(id)));
        }
        return found.build().sorted().distinct().toArray();
    }

    /// Number of literals with geometries; one that stands in several releases counts as often.
    public long geometries() {
        return geometries.stream().mapToLong(GeoIndex::size).sum();
    }

    /// The indexes of a name beside the released segments, once they are known to be as they were written.
    ///
    /// @throws SnapshotFault when one is not, or is missing
    public List<SideIndex.Written> sides(String name) {
        List<SideIndex.Written> sides = new ArrayList<>();
        List<Manifest.Segment> segments = manifest.segments();
        if (segments.isEmpty()) { // a segment that is opened by itself
            sides.add(new SideIndex.Written(side(folder, name), LongUnaryOperator.identity()));
        }
        for (int i = 0; i < segments.size(); i++) {
            Path side = side(segment(segments.get(i)), name);
            if (segments.get(i).merged()) {
                sides.add(new SideIndex.Written(
                        side, names.isEmpty() ? LongUnaryOperator.identity() : names.get(i)::global));
            }
        }
        return sides;
    }

    private static Path side(Path place, String name) {
        Manifest sealed = Manifest.read(place);
        if (!sealed.sides().contains(name)) {
            throw new SnapshotFault(place, "the segment has no " + name);
        }
        sealed.verifySide(place, name);
        return place.resolve(name);
    }

    /// The indexes that a view reads.
    public GraphIndexes indexes(View view) {
        return new ViewIndexes(whole, parts, view);
    }

    /// The dataset of a view, read-only.
    public DatasetGraph dataset(View view) {
        return new SnapshotDatasetGraph(this, view);
    }

    /// Whether a fault was found since it was opened; then it should be read no more.
    public boolean isDamaged() {
        return reported
                || whole.isDamaged()
                || geometries.stream().anyMatch(GeoIndex::isDamaged)
                || parts.stream()
                        .anyMatch(part -> part.stored().isDamaged()
                                || part.permutations().values().stream().anyMatch(Permutation::isDamaged));
    }

    /// Says that a fault was found in an index beside it.
    public void reportDamage() {
        reported = true;
    }

    /// Checks every page of every file, those of indexes beside it by their digests.
    ///
    /// @throws SnapshotFault when one is not what was written
    public void verify() {
        whole.verify();
        parts.forEach(part -> part.stored().verify());
        names.forEach(Renaming::verify);
        geometries.forEach(GeoIndex::verify);
        verifySides(folder, manifest);
        for (Manifest.Segment segment : manifest.segments()) {
            Path place = folder.resolve(segment.folder()).normalize();
            verifySides(place, Manifest.read(place));
        }
    }

    private static void verifySides(Path place, Manifest sealed) {
        sealed.sides().forEach(side -> sealed.verifySide(place, side));
    }

    /// Compares the SHA-256 of every file, those of segments included.
    ///
    /// @throws SnapshotFault when one is not that of its manifest
    public void verifyDigests() {
        manifest.verify(folder);
        for (Manifest.Segment segment : manifest.segments()) {
            Path place = folder.resolve(segment.folder()).normalize();
            Manifest.read(place).verify(place);
        }
    }

    @Override
    public String toString() {
        return "snapshot of " + manifest.name()
                + manifest.segments().stream()
                        .map(Manifest.Segment::folder)
                        .collect(Collectors.joining(", ", " [", "]"));
    }

    @Override
    public void close() {
        arena.close();
    }
}
