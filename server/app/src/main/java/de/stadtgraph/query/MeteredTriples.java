package de.stadtgraph.query;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/// The triples of an answer; each is charged when it is taken. One query.
final class MeteredTriples implements Iterator<Triple> {
    private final Iterator<Triple> triples;
    private final QueryMeter meter;

    MeteredTriples(Iterator<Triple> triples, QueryMeter meter) {
        this.triples = triples;
        this.meter = meter;
    }

    @Override
    public boolean hasNext() {
        return triples.hasNext();
    }

    @Override
    public Triple next() {
        Triple triple = triples.next();
        meter.row();
        meter.step(1);
        return triple;
    }

    /// All of them as a graph that charges its reader: writers that look at a whole graph end in time too.
    Graph whole() {
        Graph graph = GraphFactory.createDefaultGraph();
        forEachRemaining(graph::add);
        return new MeteredGraph(graph, meter);
    }
}
