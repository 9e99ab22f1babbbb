package de.stadtgraph.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged file is found, at open or at first touch: never a wrong answer, never the end of the process. 200 places a
/// build; the system property `flips` sets another number.
class CorruptionTest {
    private static final int FLIPS = Integer.getInteger("flips", 200);

    @TempDir
    private Path work;

    private Path folder = Path.of("");
    private Map<Quad, Integer> right = Map.of();

    @BeforeEach
    void build() {
        List<SnapshotBuilder.Segment> segments = new java.util.ArrayList<>();
        for (int part = 0; part < 2; part++) {
            Path segment = work.resolve("segment-" + part);
            Node graph = NodeFactory.createURI("urn:g:" + part);
            var terms = new OddTerms(part);
            new SegmentBuilder(BuildOptions.of("s" + part, "urn:default").withMemory(1 << 20))
                    .build(
                            out -> {
                                for (int i = 0; i < 3000; i++) {
                                    out.quad(Quad.create(graph, terms.subject(), terms.iri(), terms.object()));
                                }
                            },
                            segment);
            segments.add(new SnapshotBuilder.Segment(segment, SnapshotBuilder.Role.RELEASED));
        }
        folder = work.resolve("1");
        new SnapshotBuilder().build("1", segments, folder);
        right = readAll();
    }

    /// Reads everything there is by several ways, and says what it read.
    private Map<Quad, Integer> readAll() {
        Map<Quad, Integer> counts = new HashMap<>();
        try (Snapshot snapshot = Snapshot.open(folder)) {
            var data = snapshot.dataset(View.union());
            for (Node graph : List.of(NodeFactory.createURI("urn:g:0"), NodeFactory.createURI("urn:g:1"))) {
                add(data.findNG(graph, Node.ANY, Node.ANY, Node.ANY), counts);
            }
            for (int thing = 0; thing < 40; thing++) {
                Node iri = NodeFactory.createURI("urn:x:" + thing);
                add(data.findNG(Node.ANY, Node.ANY, iri, Node.ANY), counts);
                add(data.findNG(Node.ANY, Node.ANY, Node.ANY, iri), counts);
                add(data.find(Quad.defaultGraphIRI, Node.ANY, iri, iri), counts);
            }
        }
        return counts;
    }

    private static void add(Iterator<Quad> quads, Map<Quad, Integer> counts) {
        quads.forEachRemaining(quad -> counts.merge(quad, 1, Integer::sum));
    }

    @Test
    void aFlippedBitIsFoundOrHarmsNoAnswer() throws IOException {
        long seed = Long.getLong("stadtgraph.seed", 1);
        var random = new Random(seed);
        List<Path> files = files();
        for (int i = 0; i < FLIPS; i++) {
            Path file = files.get(i % files.size());
            byte[] whole = Files.readAllBytes(file);
            byte[] flipped = whole.clone();
            int place = random.nextInt(flipped.length);
            flipped[place] ^= (byte) (1 << random.nextInt(8));
            replace(file, flipped);
            requireRightOrFault(file + " at " + place + ", seed " + seed);
            assertThat(catchThrowable(this::verify))
                    .as("%s at %d, seed %d: %s", file, place, seed, around(flipped, place))
                    .isInstanceOf(SnapshotFault.class);
            replace(file, whole);
        }
        verify();
    }

    private static String around(byte[] bytes, int place) {
        int from = Math.max(0, place - 20);
        return new String(bytes, from, Math.min(40, bytes.length - from), StandardCharsets.ISO_8859_1);
    }

    /// The whole check finds every damage.
    private void verify() {
        try (Snapshot snapshot = Snapshot.open(folder)) {
            snapshot.verifyDigests();
            snapshot.verify();
        }
    }

    private void requireRightOrFault(String damage) {
        try {
            assertThat(readAll()).as(damage).isEqualTo(right);
        } catch (SnapshotFault fault) {
            assertThat(fault.getMessage()).isNotEmpty();
        }
    }

    @Test
    void aCutEmptyMissingOrForeignFileIsFoundAtOpen() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
                replace(file, Arrays.copyOf(whole, length));
                assertThatThrownBy(this::readAll).as("%s cut", file).isInstanceOf(SnapshotFault.class);
            }
            Files.delete(file);
            assertThatThrownBy(this::readAll).as("%s missing", file).isInstanceOf(SnapshotFault.class);
            Files.write(file, whole);
        }
        Path terms = folder.resolve("terms.dict");
        byte[] foreign = Files.readAllBytes(terms);
        foreign[4] = 99;
        replace(terms, foreign);
        assertThatThrownBy(this::readAll).isInstanceOf(SnapshotFault.class).hasMessageContaining("version 99");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(work)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }
}
