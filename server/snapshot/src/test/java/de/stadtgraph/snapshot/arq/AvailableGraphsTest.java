package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotBuilder;
import de.stadtgraph.snapshot.SnapshotBuilder.Role;
import de.stadtgraph.snapshot.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `GRAPH ?g` over graphs inside and outside the union: their rows lie in several places and come in no one order.
class AvailableGraphsTest {
    private static final String NS = "http://example/";

    static {
        JenaSystem.init();
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s :a ?x ; :b ?y",
                "?s :a ?x . ?x :b ?y . ?y :a ?z",
                "?s :a ?x FILTER NOT EXISTS { ?s :b ?y }",
                "?s :a ?x OPTIONAL { ?s :c ?y }",
            })
    void joins_over_several_places_miss_nothing(String pattern) throws IOException {
        Query query = QueryFactory.create("PREFIX : <" + NS + "> SELECT * { GRAPH ?g { " + pattern + " } }");
        DatasetGraph memory = DatasetGraphFactory.create();
        List<SnapshotBuilder.Segment> segments = new ArrayList<>();
        segments.add(segment("released", Role.RELEASED, memory));
        segments.add(segment("available", Role.AVAILABLE, memory));
        segments.add(segment("other", Role.AVAILABLE, memory));
        new SnapshotBuilder().build("1", segments, folder.resolve("state"));
        View view = View.of(Set.of(), Set.of(node("released"), node("available"), node("other")));
        try (Snapshot snapshot = Snapshot.open(folder.resolve("state"))) {
            assertThat(new DifferentialRun.Answer().rows(query, snapshot.dataset(view)))
                    .isNotEmpty()
                    .isEqualTo(DifferentialRun.inMemory(query, memory));
        }
    }

    private SnapshotBuilder.Segment segment(String graph, Role role, DatasetGraph memory) {
        Random random = new Random(graph.hashCode());
        List<Quad> quads = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Node thing = node("thing/" + random.nextInt(60));
            Node property = node(List.of("a", "b", "c").get(random.nextInt(3)));
            quads.add(Quad.create(node(graph), thing, property, node("thing/" + random.nextInt(60))));
        }
        quads.forEach(memory::add);
        Path place = folder.resolve(graph);
        new SegmentBuilder(BuildOptions.of(graph, NS + graph).withMemory(1 << 20))
                .build(out -> quads.forEach(out::quad), place);
        return new SnapshotBuilder.Segment(place, role);
    }

    private static Node node(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
