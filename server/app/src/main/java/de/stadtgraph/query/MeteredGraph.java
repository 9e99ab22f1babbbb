package de.stadtgraph.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/// A graph of the state for one query: each triple found is a step, and in a path a few bytes held.
final class MeteredGraph extends GraphWrapper {
    private final QueryMeter meter;
    private final long held;

    /// @param held bytes to hold for each triple found
    MeteredGraph(Graph graph, QueryMeter meter, long held) {
        super(graph);
        this.meter = meter;
        this.held = held;
    }

    /// The same graph for a property path, whose engine collects what it finds.
    MeteredGraph collecting(long bytes) {
        return new MeteredGraph(get(), meter, bytes);
    }

    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
        return metered(super.find(triple));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return metered(super.find(subject, predicate, object));
    }

    @Override
    public ExtendedIterator<Triple> find() {
        return metered(super.find());
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
        meter.step(1);
        return super.contains(subject, predicate, object);
    }

    private ExtendedIterator<Triple> metered(ExtendedIterator<Triple> found) {
        meter.step(1);
        return found.mapWith(triple -> {
            meter.step(1);
            if (held > 0) {
                meter.hold(held);
            }
            return triple;
        });
    }
}
