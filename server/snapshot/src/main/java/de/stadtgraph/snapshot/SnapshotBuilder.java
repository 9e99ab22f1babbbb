package de.stadtgraph.snapshot;

import de.stadtgraph.snapshot.build.Manifest;
import de.stadtgraph.snapshot.build.Merger;
import de.stadtgraph.snapshot.build.SegmentFolder;
import de.stadtgraph.snapshot.build.StoredIndex;
import de.stadtgraph.snapshot.column.Renaming;
import de.stadtgraph.snapshot.stats.Statistics;
import de.stadtgraph.snapshot.stats.StatisticsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds the index of a state of the segments of its releases: they are merged, nothing is read again. One thread a
/// build.
public final class SnapshotBuilder {

    /// What a segment is for.
    public enum Role {
        /// Its quads are in the union.
        RELEASED,
        /// Its graphs are reached only by name.
        AVAILABLE
    }

    /// A segment of a state.
    public record Segment(Path folder, Role role) {}

    /// Builds the index of a state. Nothing is left behind when it fails. A state of one released segment is that
    /// segment: the folder then only names it.
    ///
    /// @param name what it is of, for the manifest
    /// @param folder what it becomes; must not exist, but its parent must
    /// @throws SnapshotFault when a segment is damaged
    public Manifest build(String name, List<Segment> segments, Path folder) {
        try (var work = new SegmentFolder(folder);
                Arena arena = Arena.ofShared()) {
            List<Manifest.Segment> entries = new ArrayList<>();
            List<Merger.Source> sources = new ArrayList<>();
            long quads = 0;
            for (Segment segment : segments) {
                quads += Manifest.read(segment.folder()).quads();
                entries.add(entry(segment, folder));
                sources.add(
                        new Merger.Source(StoredIndex.open(segment.folder(), arena), segment.role() == Role.RELEASED));
            }
            boolean single = segments.size() == 1 && segments.getFirst().role() == Role.RELEASED;
            if (!single) {
                quads = work.mergeSegments(sources, merged -> graphs(segments, merged));
            }
            return work.finish(new Manifest(name, quads, "", entries, Map.of()));
        }
    }

    private static Manifest.Segment entry(Segment segment, Path folder) {
        try {
            Path from = folder.toAbsolutePath().normalize();
            Path to = segment.folder().toAbsolutePath().normalize();
            String digest = Manifest.digest(to.resolve(Manifest.FILE));
            return new Manifest.Segment(from.relativize(to).toString(), digest, segment.role() == Role.RELEASED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The statistics of the graphs of released segments, with the new ids.
    private static Map<Long, Statistics> graphs(List<Segment> segments, Path merged) {
        var graphs = new HashMap<Long, Statistics>();
        try (Arena arena = Arena.ofShared()) {
            for (int i = 0; i < segments.size(); i++) {
                Renaming names = Renaming.open(merged.resolve("remap-" + i), arena);
                Path file = segments.get(i).folder().resolve(StoredIndex.STATISTICS);
                if (segments.get(i).role() == Role.RELEASED) {
                    graphs.putAll(StatisticsFile.read(file, names::global).graphs());
                }
            }
        }
        return graphs;
    }
}
