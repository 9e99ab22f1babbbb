package de.stadtgraph.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.shared.DeleteDeniedException;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/// A graph that many threads read and nobody writes: every write throws.
final class FrozenGraph extends WrappedGraph {
    FrozenGraph(Graph content) {
        super(content);
    }

    Graph content() {
        return base;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return WrappedIterator.createNoRemove(base.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return WrappedIterator.createNoRemove(base.find(subject, predicate, object));
    }

    @Override
    public void add(Triple triple) {
        throw new AddDeniedException("released data do not change", triple);
    }

    @Override
    public void delete(Triple triple) {
        throw new DeleteDeniedException("released data do not change", triple);
    }

    @Override
    public void performAdd(Triple triple) {
        add(triple);
    }

    @Override
    public void performDelete(Triple triple) {
        delete(triple);
    }

    @Override
    public void remove(Node subject, Node predicate, Node object) {
        throw new DeleteDeniedException("released data do not change");
    }

    @Override
    public void clear() {
        throw new DeleteDeniedException("released data do not change");
    }

    @Override
    public void close() {
        // its readers share it
    }
}
