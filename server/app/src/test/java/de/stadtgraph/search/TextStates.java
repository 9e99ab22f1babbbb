package de.stadtgraph.search;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Builds real indexes with their texts: a segment a release, a state of some segments.
public final class TextStates {
    private TextStates() {}

    /// An index of one segment with all graphs.
    public static Snapshot single(Path place, DatasetGraph data) {
        new SegmentBuilder(BuildOptions.of("all", "urn:default"), List.of(new TextWriter()))
                .build(out -> send(data, Node.ANY, out), place);
        return Snapshot.open(place);
    }

    /// The index of a state: of each graph that is a dataset the segment of its release.
    ///
    /// @param graphs what the names of graphs begin with
    /// @param releases number of the release of each dataset; a segment that is there already is used
    static Snapshot state(Path folder, String name, DatasetGraph data, String graphs, Map<String, Long> releases) {
        List<SnapshotBuilder.Segment> segments = new ArrayList<>();
        new TreeMap<>(releases).forEach((dataset, number) -> {
            Path segment = folder.resolve(dataset + "-" + number);
            if (!Files.exists(segment)) {
                String graph = graphs + dataset;
                new SegmentBuilder(BuildOptions.of(dataset, graph), List.of(new TextWriter()))
                        .build(out -> send(data, NodeFactory.createURI(graph), out), segment);
            }
            segments.add(new SnapshotBuilder.Segment(segment, SnapshotBuilder.Role.RELEASED));
        });
        new SnapshotBuilder().build(name, segments, folder.resolve(name));
        return Snapshot.open(folder.resolve(name));
    }

    private static void send(DatasetGraph data, Node graph, StreamRDF out) {
        out.start();
        data.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!quad.isDefaultGraph()) {
                out.quad(new Quad(quad.getGraph(), quad.asTriple()));
            }
        });
        out.finish();
    }
}
