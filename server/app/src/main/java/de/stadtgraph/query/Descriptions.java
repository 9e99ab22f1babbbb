package de.stadtgraph.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// What DESCRIBE answers (SPARQL 1.1 Query Language, section 16.4): all outgoing statements of a thing, and of its
/// parts: skolem IRIs and IRIs that continue its own with `#`. Belongs to one query.
final class Descriptions {
    private static final int DEPTH = 2;

    private final Graph graph;
    private final QueryMeter meter;
    private final Set<Triple> triples = new LinkedHashSet<>();
    private final Set<Node> seen = new HashSet<>();

    Descriptions(Graph graph, QueryMeter meter) {
        this.graph = graph;
        this.meter = meter;
    }

    private record Visit(Node node, int depth) {}

    void add(Node thing) {
        Deque<Visit> open = new ArrayDeque<>();
        open.add(new Visit(thing, 0));
        while (!open.isEmpty()) {
            Visit visit = open.remove();
            if (seen.add(visit.node())) {
                graph.find(visit.node(), Node.ANY, Node.ANY).forEach(triple -> {
                    if (triples.add(triple)) {
                        meter.hold(200);
                    }
                    if (visit.depth() < DEPTH && isPart(thing, triple.getObject())) {
                        open.add(new Visit(triple.getObject(), visit.depth() + 1));
                    }
                });
            }
        }
    }

    private static boolean isPart(Node thing, Node object) {
        return object.isBlank()
                || (object.isURI()
                        && (object.getURI().contains("/.well-known/genid/")
                                || (thing.isURI() && object.getURI().startsWith(thing.getURI() + "#"))));
    }

    Set<Triple> triples() {
        return triples;
    }
}
