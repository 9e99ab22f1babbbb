package de.stadtgraph.query;

import de.stadtgraph.store.Generation;
import java.time.Instant;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/// 25,000 things with four statements each, and a chain through all of them, in memory.
record SmallState(DatasetGraph data) implements Generation {
    static final String BASE = "https://data.example/";

    static SmallState of(int things) {
        DatasetGraph data = DatasetGraphFactory.create();
        Node graph = iri("graph/things");
        for (int i = 0; i < things; i++) {
            Node thing = iri("id/thing/" + i);
            add(data, graph, thing, iri("p/type"), iri("class/" + i % 7));
            add(data, graph, thing, iri("p/next"), iri("id/thing/" + (i + 1) % things));
            add(data, graph, thing, iri("p/label"), NodeFactory.createLiteralLang("Ding " + i, "de"));
            add(data, graph, thing, iri("p/part"), iri("id/thing/" + i + "#part"));
        }
        add(data, graph, iri("id/thing/1#part"), iri("p/label"), NodeFactory.createLiteralString("part of 1"));
        return new SmallState(data);
    }

    private static void add(DatasetGraph data, Node graph, Node subject, Node predicate, Node object) {
        data.add(graph, subject, predicate, object);
        data.add(Quad.defaultGraphIRI, subject, predicate, object);
    }

    private static Node iri(String path) {
        return NodeFactory.createURI(BASE + path);
    }

    @Override
    public long state() {
        return 7;
    }

    @Override
    public Instant time() {
        return Instant.EPOCH;
    }

    @Override
    public Map<String, Long> releases() {
        return Map.of("things", 1L);
    }

    @Override
    public long quads() {
        return 100_001;
    }

    @Override
    public void close() {}
}
