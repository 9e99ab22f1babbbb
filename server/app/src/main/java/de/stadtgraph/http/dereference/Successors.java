package de.stadtgraph.http.dereference;

import de.stadtgraph.http.Visit;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// What took the place of a thing: `dct:isReplacedBy` with one value, a thing of this city. Stateless.
final class Successors {
    private static final Node REPLACED = NodeFactory.createURI("http://purl.org/dc/terms/isReplacedBy");

    private Successors() {}

    /// The path of the successor's own address, `/id/…` or `/kos/…`.
    static Optional<String> of(Visit visit, Node thing) {
        Set<Node> successors = new HashSet<>();
        Iterator<Quad> quads = visit.generation().data().findNG(Node.ANY, thing, REPLACED, Node.ANY);
        while (quads.hasNext()) {
            successors.add(quads.next().getObject());
        }
        if (successors.size() != 1) {
            return Optional.empty();
        }
        Node successor = successors.iterator().next();
        return successor.isURI() && !successor.equals(thing)
                ? visit.site().iris().pathOf(successor.getURI()).filter(Successors::isThing)
                : Optional.empty();
    }

    private static boolean isThing(String path) {
        return path.startsWith("/id/") || path.startsWith("/kos/");
    }
}
