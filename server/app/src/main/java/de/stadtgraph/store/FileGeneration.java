package de.stadtgraph.store;

import java.time.Instant;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/// A generation of files that belong to no state: one graph, the default graph. Readable by many threads.
public final class FileGeneration implements Generation {
    private final DatasetGraph data;

    public FileGeneration(Graph graph) {
        data = DatasetGraphFactory.createGeneral(graph);
    }

    @Override
    public long state() {
        return 0;
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

    @Override
    public DatasetGraph data() {
        return data;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
