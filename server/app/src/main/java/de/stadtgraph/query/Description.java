package de.stadtgraph.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.jspecify.annotations.Nullable;

/// DESCRIBE (SPARQL 1.1, section 16.4) as we define it: the outgoing statements of each thing, and of the parts it
/// points to: blank nodes, skolem IRIs and IRIs `thing#part`. One thing after the other; each thing once.
final class Description implements Iterator<Triple> {
    private static final long NODE_BYTES = 64;
    private static final String SKOLEM = "/.well-known/genid/";

    private final Graph graph;
    private final Iterator<Node> things;
    private final QueryMeter meter;
    private final Set<Node> known = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable ExtendedIterator<Triple> statements;

    Description(Graph graph, Iterator<Node> things, QueryMeter meter) {
        this.graph = graph;
        this.things = things;
        this.meter = meter;
    }

    @Override
    public boolean hasNext() {
        while (statements == null || !statements.hasNext()) {
            if (open.isEmpty() && !things.hasNext()) {
                return false;
            }
            meter.step(1);
            if (open.isEmpty()) {
                add(things.next());
            } else {
                statements = graph.find(open.pop(), Node.ANY, Node.ANY);
            }
        }
        return true;
    }

    @Override
    public Triple next() {
        ExtendedIterator<Triple> current = statements;
        if (!hasNext() || (current = statements) == null) {
            throw new NoSuchElementException();
        }
        Triple triple = current.next();
        if (isPart(triple.getSubject(), triple.getObject())) {
            add(triple.getObject());
        }
        return triple;
    }

    private void add(Node node) {
        if (!node.isLiteral() && !known.contains(node)) {
            meter.hold(NODE_BYTES);
            known.add(node);
            open.add(node);
        }
    }

    private static boolean isPart(Node whole, Node part) {
        if (part.isBlank()) {
            return true;
        }
        if (!part.isURI()) {
            return false;
        }
        String iri = part.getURI();
        int hash = iri.indexOf('#');
        return iri.contains(SKOLEM)
                || (hash > 0 && whole.isURI() && withoutFragment(whole.getURI()).equals(iri.substring(0, hash)));
    }

    private static String withoutFragment(String iri) {
        int hash = iri.indexOf('#');
        return hash < 0 ? iri : iri.substring(0, hash);
    }
}
