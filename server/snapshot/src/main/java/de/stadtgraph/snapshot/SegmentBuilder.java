package de.stadtgraph.snapshot;

import de.stadtgraph.snapshot.build.ChunkFeed;
import de.stadtgraph.snapshot.build.Chunks;
import de.stadtgraph.snapshot.build.Manifest;
import de.stadtgraph.snapshot.build.NQuadsReader;
import de.stadtgraph.snapshot.build.SegmentFolder;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Builds the index of one release in bounded memory. One thread a build.
public final class SegmentBuilder {
    private final BuildOptions options;
    private final List<SideIndex> sides;

    public SegmentBuilder(BuildOptions options) {
        this(options, List.of());
    }

    /// @param sides what else is made of the segment
    public SegmentBuilder(BuildOptions options, List<SideIndex> sides) {
        this.options = options;
        this.sides = List.copyOf(sides);
    }

    /// Builds a segment. Nothing is left behind when it fails.
    ///
    /// @param folder what it becomes; must not exist, but its parent must
    public Manifest build(QuadSource quads, Path folder) {
        try (var work = new SegmentFolder(folder)) {
            try (var chunks = new Chunks(work, options.memory())) {
                quads.send(new ChunkFeed(chunks, options.name(), options.defaultGraph()));
                chunks.finish();
            }
            return finish(work);
        }
    }

    /// Builds a segment of N-Quads; quickest for those of our own writer.
    ///
    /// @param in is read to its end, and not closed
    /// @param folder what it becomes
    public Manifest build(InputStream in, Path folder) {
        try (var work = new SegmentFolder(folder)) {
            try (var chunks = new Chunks(work, options.memory())) {
                var feed = new ChunkFeed(chunks, options.name(), options.defaultGraph());
                new NQuadsReader(chunks, options.name(), feed).read(in);
                chunks.finish();
            }
            return finish(work);
        }
    }

    private Manifest finish(SegmentFolder work) {
        long quads = work.merge();
        sides.forEach(side -> work.add(side.name(), side::write));
        return work.finish(new Manifest(options.name(), quads, options.source(), List.of(), Map.of()));
    }
}
