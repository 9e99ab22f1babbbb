package de.stadtgraph.w3c;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.store.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// The data of one test as a state of their own number, in a snapshot as the server has it.
record TestGeneration(long state, Snapshot snapshot, DatasetGraph data) implements Generation {
    private static final Node DEFAULT = NodeFactory.createURI("urn:test:default");

    static TestGeneration of(long state, DatasetGraph graphs) throws IOException {
        Path place = Files.createTempDirectory("w3c").resolve("index");
        Set<Node> names = new HashSet<>();
        BuildOptions options = BuildOptions.of("test", DEFAULT.getURI()).withMemory(1 << 20);
        new SegmentBuilder(options)
                .build(
                        out -> {
                            out.start();
                            graphs.find().forEachRemaining(quad -> {
                                if (quad.isDefaultGraph()) {
                                    out.quad(Quad.create(DEFAULT, quad.asTriple()));
                                } else {
                                    names.add(quad.getGraph());
                                    out.quad(quad);
                                }
                            });
                            out.finish();
                        },
                        place);
        Snapshot snapshot = Snapshot.open(place);
        return new TestGeneration(state, snapshot, snapshot.dataset(View.of(Set.of(DEFAULT), names)));
    }

    @Override
    public Instant time() {
        return Instant.EPOCH;
    }

    @Override
    public Map<String, Long> releases() {
        return Map.of();
    }

    @Override
    public long quads() {
        return data.getDefaultGraph().size();
    }

    /// A request has ended.
    @Override
    public void close() {}

    /// No request comes any more.
    void end() {
        snapshot.close();
    }
}
