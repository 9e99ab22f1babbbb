package de.stadtgraph.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/// A graph whose every result charges a step. Belongs to one query.
final class MeteredGraph extends WrappedGraph {
    private final QueryMeter meter;

    MeteredGraph(Graph graph, QueryMeter meter) {
        super(graph);
        this.meter = meter;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        meter.step(1);
        return super.find(pattern).mapWith(this::counted);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        meter.step(1);
        return super.find(subject, predicate, object).mapWith(this::counted);
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
        meter.step(1);
        return super.contains(subject, predicate, object);
    }

    private Triple counted(Triple triple) {
        meter.step(1);
        return triple;
    }
}
