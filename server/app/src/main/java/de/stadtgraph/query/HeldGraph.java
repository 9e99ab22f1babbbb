package de.stadtgraph.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/// A graph for one property path: each triple found holds a few bytes, for the path engine keeps the nodes it visits
/// and lists with repeats, out of sight of the operators.
final class HeldGraph extends WrappedGraph {
    private final QueryMeter meter;
    private final long bytes;

    HeldGraph(Graph graph, QueryMeter meter, long bytes) {
        super(graph);
        this.meter = meter;
        this.bytes = bytes;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return super.find(pattern).mapWith(this::held);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return super.find(subject, predicate, object).mapWith(this::held);
    }

    private Triple held(Triple triple) {
        meter.hold(bytes);
        return triple;
    }
}
