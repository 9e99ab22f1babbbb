package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;

/// The data of one state in memory: a graph a release, and their union. Holds whole datasets in memory, about 300
/// bytes a quad. Read-only after it is built, so many threads may read it.
final class MemoryIndex {
    private final StateFiles files;
    private final Map<ReleaseFile, GraphMem2Fast> graphs;
    private final DatasetGraph data;

    private MemoryIndex(StateFiles files, Map<ReleaseFile, GraphMem2Fast> graphs, Graph union) {
        this.files = files;
        this.graphs = graphs;
        this.data = dataset(graphs, union);
    }

    /// Builds the index of a state; graphs of releases that the index before has too are taken from there.
    ///
    /// @throws ServerException [ErrorCode#RELEASE_DAMAGED] when a file is not what the state says
    static MemoryIndex build(StateFiles files, Optional<MemoryIndex> before) {
        Map<ReleaseFile, GraphMem2Fast> known =
                before.map(index -> index.graphs).orElse(Map.of());
        Map<ReleaseFile, GraphMem2Fast> graphs = new HashMap<>();
        for (ReleaseFile file : files.releases()) {
            GraphMem2Fast shared = known.get(file);
            graphs.put(file, shared == null ? ReleaseLoader.load(file) : shared);
        }
        boolean same = before.isPresent() && graphs.keySet().equals(known.keySet());
        Graph union = same ? before.get().union() : union(graphs.values());
        var index = new MemoryIndex(files, graphs, union);
        index.test();
        return index;
    }

    /// The largest graph is copied, the others are added to it.
    private static Graph union(Iterable<GraphMem2Fast> graphs) {
        List<GraphMem2Fast> largestFirst = new ArrayList<>();
        graphs.forEach(largestFirst::add);
        largestFirst.sort(Comparator.comparingInt(GraphMem2Fast::size).reversed());
        if (largestFirst.isEmpty()) {
            return new GraphMem2Fast();
        }
        if (largestFirst.size() == 1) {
            return largestFirst.getFirst();
        }
        GraphMem2Fast union = largestFirst.getFirst().copy();
        for (GraphMem2Fast graph : largestFirst.subList(1, largestFirst.size())) {
            graph.find().forEachRemaining(union::add);
        }
        return union;
    }

    private static DatasetGraph dataset(Map<ReleaseFile, GraphMem2Fast> graphs, Graph union) {
        var links = new DatasetGraphMapLink(new FrozenGraph(union));
        graphs.forEach((file, graph) -> links.addGraph(NodeFactory.createURI(file.graph()), new FrozenGraph(graph)));
        return new FrozenDataset(links);
    }

    /// Counts, and looks up a few triples of each release in its graph and in the union.
    private void test() {
        graphs.forEach((file, graph) -> {
            if (graph.size() != file.count()) {
                throw damaged(file, graph.size());
            }
            var sample = graph.find();
            try {
                for (int looked = 0; looked < 50 && sample.hasNext(); looked++) {
                    find(file, sample.next());
                }
            } finally {
                sample.close();
            }
        });
    }

    private void find(ReleaseFile file, Triple triple) {
        if (!data.getDefaultGraph().contains(triple)
                || !data.getGraph(NodeFactory.createURI(file.graph())).contains(triple)) {
            throw new ServerException(
                    ErrorCode.INTERNAL, file.quads() + ": the index of state " + files.state() + " lacks a statement.");
        }
    }

    static ServerException damaged(ReleaseFile file, long count) {
        return new ServerException(
                ErrorCode.RELEASE_DAMAGED,
                file.quads() + ": it has " + count + " different quads, its manifest says " + file.count()
                        + "; restore it from the backup.");
    }

    StateFiles files() {
        return files;
    }

    DatasetGraph data() {
        return data;
    }

    private Graph union() {
        return ((FrozenGraph) data.getDefaultGraph()).content();
    }

    long quads() {
        return graphs.values().stream().mapToLong(GraphMem2Fast::size).sum();
    }

    Map<String, Long> releases() {
        Map<String, Long> releases = new TreeMap<>();
        files.releases().forEach(file -> releases.put(file.dataset(), file.number()));
        return Map.copyOf(releases);
    }

    /// A dataset that nobody can write to.
    private static final class FrozenDataset extends DatasetGraphReadOnly {
        private final DatasetGraph links;

        FrozenDataset(DatasetGraph links) {
            super(links);
            this.links = links;
        }

        @Override
        public Graph getDefaultGraph() {
            return links.getDefaultGraph();
        }

        @Override
        public void close() {
            // its readers share it
        }
    }
}
