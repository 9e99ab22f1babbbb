package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.rdf.RdfFiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Quad;

/// The in-memory index of one state: a graph for each graph name, and their union as the default graph.
///
/// It holds each statement twice (in its graph and in the union). Readable by many threads; counts its readers.
final class MemoryIndex {
    private final StateFiles state;
    private final Map<ReleaseFile, Content> contents;
    private final DatasetGraph data;
    private final long quads;

    /// One for the switch itself, one a reader; 0 means retired and unread.
    private final AtomicLong holders = new AtomicLong(1);

    /// The graphs of one release, by graph name.
    record Content(Map<String, Graph> graphs, long quads) {}

    private MemoryIndex(StateFiles state, Map<ReleaseFile, Content> contents) {
        this.state = state;
        this.contents = contents;
        this.quads = contents.values().stream().mapToLong(Content::quads).sum();
        this.data = dataset(contents);
    }

    /// Reads what is new in the state; what was read before is shared.
    static MemoryIndex build(StateFiles state, Map<ReleaseFile, Content> known) {
        Map<ReleaseFile, Content> contents = new LinkedHashMap<>();
        for (ReleaseFile release : state.releases()) {
            Content content = known.get(release);
            contents.put(release, content == null ? read(release) : content);
        }
        return new MemoryIndex(state, contents);
    }

    private static Content read(ReleaseFile release) {
        Map<String, Graph> graphs = new HashMap<>();
        var count = new AtomicLong();
        RdfFiles.stream(release.quads(), new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                add(release.graph(), triple);
            }

            @Override
            public void quad(Quad quad) {
                add(quad.isDefaultGraph() ? release.graph() : quad.getGraph().getURI(), quad.asTriple());
            }

            private void add(String graph, Triple triple) {
                graphs.computeIfAbsent(graph, _ -> GraphMemFactory.createGraphMem2())
                        .add(triple);
                count.incrementAndGet();
            }
        });
        if (count.get() != release.count()) {
            throw new ServerException(
                    ErrorCode.RELEASE_DAMAGED,
                    "%s: %d statements, but the manifest says %d."
                            .formatted(release.quads(), count.get(), release.count()));
        }
        return new Content(graphs, count.get());
    }

    private static DatasetGraph dataset(Map<ReleaseFile, Content> contents) {
        Graph union = GraphMemFactory.createGraphMem2();
        Map<String, Graph> named = new LinkedHashMap<>();
        for (Content content : contents.values()) {
            content.graphs().forEach((name, graph) -> {
                graph.find().forEachRemaining(union::add);
                named.merge(name, graph, MemoryIndex::together);
            });
        }
        DatasetGraph general = DatasetGraphFactory.createGeneral(union);
        named.forEach((name, graph) -> general.addGraph(NodeFactory.createURI(name), graph));
        return new DatasetGraphReadOnly(general);
    }

    private static Graph together(Graph one, Graph other) {
        Graph both = GraphMemFactory.createGraphMem2();
        one.find().forEachRemaining(both::add);
        other.find().forEachRemaining(both::add);
        return both;
    }

    /// Looks at itself before it is served: what was counted is there.
    void test() {
        long named = 0;
        var graphs = data.listGraphNodes();
        while (graphs.hasNext()) {
            named += data.getGraph(graphs.next()).size();
        }
        if (named > quads || (quads > 0 && data.getDefaultGraph().isEmpty())) {
            throw new ServerException(
                    ErrorCode.RELEASE_DAMAGED, "The index of state " + state.state() + " does not hold its releases.");
        }
    }

    StateFiles state() {
        return state;
    }

    Map<ReleaseFile, Content> contents() {
        return contents;
    }

    DatasetGraph data() {
        return data;
    }

    long quads() {
        return quads;
    }

    /// Raises the number of readers, unless the index is retired and unread.
    boolean hold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void letGo() {
        holders.decrementAndGet();
    }

    /// The switch lets go; memory is freed with the last reader.
    void retire() {
        letGo();
    }
}
