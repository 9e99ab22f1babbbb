package de.stadtgraph.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final Node[] GRAPHS = {
        NodeFactory.createURI("urn:g:1"), NodeFactory.createURI("urn:g:2"), NodeFactory.createURI("urn:g:3")
    };

    @TempDir
    private Path work;

    @Test
    void anEmptyIndexAnswers() {
        try (Snapshot snapshot = build(List.of())) {
            assertThat(snapshot.dataset(View.union()).find().hasNext()).isFalse();
            assertThat(snapshot.statistics().totals().quads()).isZero();
            snapshot.verify();
            snapshot.verifyDigests();
        }
    }

    @Test
    void everyPatternFindsWhatAScanOfAllQuadsFinds() {
        Set<Quad> quads = randomQuads(3000, 1);
        try (Snapshot snapshot = build(quads)) {
            DatasetGraph data = snapshot.dataset(View.union());
            assertThat(count(data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)))
                    .isEqualTo(count(quads.iterator()));
            List<Quad> samples = List.copyOf(quads).subList(0, 150);
            for (Quad sample : samples) {
                for (int bound = 0; bound < 16; bound++) {
                    requireEqual(data, quads, pattern(sample, bound));
                }
            }
            assertThat(data.contains(
                            GRAPHS[0], samples.getFirst().getSubject(), NodeFactory.createURI("urn:no"), Node.ANY))
                    .isFalse();
        }
    }

    private static Quad pattern(Quad quad, int bound) {
        return Quad.create(
                (bound & 8) != 0 ? quad.getGraph() : Node.ANY,
                (bound & 1) != 0 ? quad.getSubject() : Node.ANY,
                (bound & 2) != 0 ? quad.getPredicate() : Node.ANY,
                (bound & 4) != 0 ? quad.getObject() : Node.ANY);
    }

    private static boolean matches(Quad pattern, Quad quad) {
        return matches(pattern.getGraph(), quad.getGraph())
                && matches(pattern.getSubject(), quad.getSubject())
                && matches(pattern.getPredicate(), quad.getPredicate())
                && matches(pattern.getObject(), quad.getObject());
    }

    private static boolean matches(Node wanted, Node node) {
        return wanted.equals(Node.ANY) || wanted.equals(node);
    }

    private static void requireEqual(DatasetGraph data, Set<Quad> quads, Quad pattern) {
        List<Quad> expected =
                quads.stream().filter(quad -> matches(pattern, quad)).toList();
        Iterator<Quad> found =
                data.findNG(pattern.getGraph(), pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
        assertThat(count(found)).isEqualTo(count(expected.iterator()));
        if (pattern.getGraph().equals(Node.ANY)) {
            Set<Object> triples = new HashSet<>();
            expected.forEach(quad -> triples.add(quad.asTriple()));
            List<Object> union = new ArrayList<>();
            data.getDefaultGraph()
                    .find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                    .forEachRemaining(union::add);
            assertThat(union).hasSameSizeAs(triples).containsAll(triples);
        }
    }

    @Test
    void aViewSeesOnlyItsGraphs() {
        Set<Quad> quads = randomQuads(500, 2);
        try (Snapshot snapshot = build(quads)) {
            View view = View.of(Set.of(GRAPHS[0], GRAPHS[1], NodeFactory.createURI("urn:none")), Set.of(GRAPHS[2]));
            DatasetGraph data = snapshot.dataset(view);
            long union = quads.stream()
                    .filter(quad -> !quad.getGraph().equals(GRAPHS[2]))
                    .map(Quad::asTriple)
                    .distinct()
                    .count();
            assertThat((long) data.getDefaultGraph().size()).isEqualTo(union);
            assertThat(data.getGraph(GRAPHS[0]).isEmpty()).isTrue();
            assertThat(data.listGraphNodes()).toIterable().containsExactly(GRAPHS[2]);
            assertThat(data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                    .toIterable()
                    .allMatch(quad -> quad.getGraph().equals(GRAPHS[2]));
        }
    }

    @Test
    void nobodyWrites() {
        Quad quad = randomQuads(1, 3).iterator().next();
        try (Snapshot snapshot = build(List.of(quad))) {
            DatasetGraph data = snapshot.dataset(View.union());
            assertThatThrownBy(() -> data.add(quad)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(data::clear).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> data.getDefaultGraph().delete(quad.asTriple()))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private Snapshot build(Iterable<Quad> quads) {
        Path folder = work.resolve("index-" + System.nanoTime());
        new SegmentBuilder(BuildOptions.of("", "urn:default").withMemory(1 << 20))
                .build(out -> quads.forEach(out::quad), folder);
        return Snapshot.open(folder);
    }

    private static Set<Quad> randomQuads(int count, long seed) {
        var terms = new OddTerms(seed);
        Set<Quad> quads = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Quad quad = Quad.create(GRAPHS[i % 3], terms.subject(), terms.iri(), terms.object());
            quads.add(quad);
            if (i % 7 == 0) {
                quads.add(Quad.create(GRAPHS[(i + 1) % 3], quad.asTriple()));
            }
        }
        return quads;
    }

    private static Map<Quad, Integer> count(Iterator<Quad> quads) {
        Map<Quad, Integer> counts = new HashMap<>();
        quads.forEachRemaining(quad -> counts.merge(quad, 1, Integer::sum));
        return counts;
    }
}
