package de.stadtgraph.w3c;

import de.stadtgraph.store.Generation;
import java.time.Instant;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;

/// The data of one test as a state of their own number.
record TestGeneration(long state, DatasetGraph data) implements Generation {
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
    public void close() {}
}
