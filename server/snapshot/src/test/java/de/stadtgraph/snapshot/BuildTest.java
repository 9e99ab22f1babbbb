package de.stadtgraph.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index is what its quads are, however they were cut and ordered.
class BuildTest {
    @TempDir
    private Path work;

    @Test
    void anyNumberOfChunksGivesTheSameBytes() throws IOException {
        List<Quad> quads = quads(30_000, 5);
        Path one = segment("one", quads, 64 << 20);
        for (long memory : new long[] {600 << 10, 64 << 10}) {
            Path many = segment("many-" + memory, quads, memory);
            requireSameFiles(one, many);
        }
        Path again = segment("again", quads, 64 << 20);
        requireSameFiles(one, again);
        assertThat(Files.readString(again.resolve("manifest.json")))
                .isEqualTo(Files.readString(one.resolve("manifest.json")));
    }

    @Test
    void theOrderOfQuadsDoesNotMatter() throws IOException {
        List<Quad> quads = quads(5_000, 6);
        Path one = segment("one", quads, 1 << 20);
        List<Quad> shuffled = new ArrayList<>(quads);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.addAll(quads.subList(0, 100));
        requireSameFiles(one, segment("shuffled", shuffled, 64 << 10));
    }

    @Test
    void theMergeOfSegmentsIsTheIndexOfAllTheirQuads() throws IOException {
        List<Quad> quads = quads(9_000, 8);
        Path whole = segment("whole", quads, 8 << 20);
        List<SnapshotBuilder.Segment> segments = new ArrayList<>();
        for (int graph = 0; graph < 3; graph++) {
            Node name = graph(graph);
            List<Quad> part =
                    quads.stream().filter(quad -> quad.getGraph().equals(name)).toList();
            Path folder = segment("part-" + graph, part, 1 << 20);
            segments.add(new SnapshotBuilder.Segment(folder, SnapshotBuilder.Role.RELEASED));
        }
        Path merged = work.resolve("merged");
        new SnapshotBuilder().build("1", segments, merged);
        for (String file : List.of("terms.dict", "pso", "pos", "spo", "osp", "stats")) {
            assertThat(Files.mismatch(whole.resolve(file), merged.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
        Collections.reverse(segments);
        new SnapshotBuilder().build("1", segments, work.resolve("reversed"));
        assertThat(Files.mismatch(
                        merged.resolve("spo"), work.resolve("reversed").resolve("spo")))
                .isEqualTo(-1);
        requireGraphs(merged, quads);
    }

    /// Each graph is read from its segment, renamed.
    private static void requireGraphs(Path merged, List<Quad> quads) {
        try (Snapshot snapshot = Snapshot.open(merged)) {
            var data = snapshot.dataset(View.union());
            for (int graph = 0; graph < 3; graph++) {
                Node name = graph(graph);
                Set<Quad> expected = new HashSet<>();
                quads.stream().filter(quad -> quad.getGraph().equals(name)).forEach(expected::add);
                List<Quad> found = new ArrayList<>();
                data.findNG(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(found::add);
                assertThat(found).hasSameSizeAs(expected).containsAll(expected);
                for (Quad quad : found.subList(0, 200)) {
                    assertThat(data.contains(quad)).isTrue();
                    assertThat(data.findNG(name, Node.ANY, quad.getPredicate(), quad.getObject()))
                            .toIterable()
                            .contains(quad);
                }
            }
            snapshot.verify();
            snapshot.verifyDigests();
        }
    }

    @Test
    void aFailedBuildLeavesNothing() throws IOException {
        Path folder = work.resolve("failed");
        var builder = new SegmentBuilder(BuildOptions.of("", "urn:default").withMemory(64 << 10));
        QuadSource broken = out -> {
            quads(20_000, 9).forEach(out::quad);
            throw new IllegalStateException("cut");
        };
        try {
            builder.build(broken, folder);
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("cut");
        }
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
    }

    private Path segment(String name, List<Quad> quads, long memory) {
        Path folder = work.resolve(name);
        new SegmentBuilder(BuildOptions.of("", "urn:default").withMemory(memory))
                .build(out -> quads.forEach(out::quad), folder);
        return folder;
    }

    private static void requireSameFiles(Path one, Path other) throws IOException {
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.toList()) {
                Path twin = other.resolve(file.getFileName());
                assertThat(Files.mismatch(file, twin)).as(file.toString()).isEqualTo(-1);
            }
        }
        assertThat(names(other)).isEqualTo(names(one));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Node graph(int number) {
        return NodeFactory.createURI("urn:g:" + number);
    }

    private static List<Quad> quads(int count, long seed) {
        var terms = new OddTerms(seed);
        Quad[] quads = new Quad[count];
        for (int i = 0; i < count; i++) {
            Node subject = i % 2 == 0 ? terms.subject() : NodeFactory.createURI("urn:thing:" + i / 12);
            quads[i] = i % 50 == 49
                    ? Quad.create(graph(i % 3), quads[i - 7].asTriple())
                    : Quad.create(graph(i % 3), subject, terms.iri(), terms.object());
        }
        return Arrays.asList(quads);
    }
}
