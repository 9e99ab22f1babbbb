package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.term.Dictionary;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/// The rows of a scan as quads. One thread.
final class FoundQuads implements Iterator<Quad> {
    private final PatternScan scan;
    private final Dictionary dictionary;
    private final Node graph;
    private int rows;
    private int row = -1;
    private boolean ready;

    /// @param graph the graph of all quads; `Node.ANY`: each its own
    FoundQuads(PatternScan scan, Dictionary dictionary, Node graph) {
        this.scan = scan;
        this.dictionary = dictionary;
        this.graph = graph;
    }

    @Override
    public boolean hasNext() {
        while (!ready) {
            row++;
            if (row >= rows) {
                rows = scan.next();
                row = 0;
                if (rows == 0) {
                    row = -1;
                    return false;
                }
            }
            ready = scan.matches(row);
        }
        return true;
    }

    @Override
    public Quad next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        Node name = graph.equals(Node.ANY) ? node(Order.GRAPH) : graph;
        return Quad.create(name, Triple.create(node(Order.SUBJECT), node(Order.PREDICATE), node(Order.OBJECT)));
    }

    private Node node(int role) {
        return dictionary.node(scan.value(role, row));
    }
}
