package de.stadtgraph.http.dereference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Reads descriptions by index ranges alone; nothing scans. At most 10,000 outgoing statements, 100 incoming a page,
/// and
/// counts of incoming statements up to 100,000.
final class Describer {
    static final int PAGE = 100;
    private static final int EXAMPLES = 10;
    private static final int OUTGOING = 10_000;
    private static final int COUNTED = 100_000;
    private static final int DEPTH = 2;

    private final DatasetGraph data;

    Describer(DatasetGraph data) {
        this.data = data;
    }

    /// Which incoming statements to show.
    ///
    /// @param property one property, or nothing for all
    /// @param all whether all were asked for by name, `inverse=*`; else the page counts for the outgoing ones too
    /// @param page from 1
    record Incoming(Optional<Node> property, boolean all, int page) {}

    /// Whether an IRI occurs as a property.
    boolean isProperty(Node node) {
        return data.findNG(Node.ANY, Node.ANY, node, Node.ANY).hasNext();
    }

    /// Whether an IRI occurs as a subject or as an object.
    boolean isKnown(Node node) {
        return data.findNG(Node.ANY, node, Node.ANY, Node.ANY).hasNext()
                || data.findNG(Node.ANY, Node.ANY, Node.ANY, node).hasNext();
    }

    Description describe(Node subject, Incoming wanted) {
        int page = wanted.property().isEmpty() && !wanted.all() ? wanted.page() : 1;
        List<Quad> outgoing = outgoing(subject, page);
        boolean more = outgoing.size() > OUTGOING;
        if (more) {
            outgoing.removeLast();
        }
        Node property = wanted.property().orElse(Node.ANY);
        List<Quad> incoming = new ArrayList<>();
        Iterator<Quad> found = data.findNG(Node.ANY, Node.ANY, property, subject);
        int skip = (Math.max(1, wanted.page()) - 1) * PAGE;
        for (int i = 0; i < skip && found.hasNext(); i++) {
            found.next();
        }
        while (found.hasNext() && incoming.size() < PAGE) {
            incoming.add(found.next());
        }
        boolean hasNext = found.hasNext();
        if (wanted.property().isEmpty() && wanted.page() == 1) {
            Iterator<Quad> uses = data.findNG(Node.ANY, Node.ANY, subject, Node.ANY);
            for (int i = 0; i < EXAMPLES && uses.hasNext(); i++) {
                incoming.add(uses.next());
            }
        }
        return new Description(
                subject, outgoing, parts(subject, outgoing), incoming, counts(subject), wanted.page(), hasNext, more);
    }

    /// One page of the statements of a subject, and one more if another page follows.
    private List<Quad> outgoing(Node subject, int page) {
        List<Quad> quads = new ArrayList<>();
        Iterator<Quad> found = data.findNG(Node.ANY, subject, Node.ANY, Node.ANY);
        long skip = (page - 1L) * OUTGOING;
        for (long i = 0; i < skip && found.hasNext(); i++) {
            found.next();
        }
        while (found.hasNext() && quads.size() <= OUTGOING) {
            quads.add(found.next());
        }
        quads.sort(Comparator.comparing(Quad::toString));
        return quads;
    }

    /// The closure over parts and skolem IRIs.
    private List<Quad> parts(Node subject, List<Quad> outgoing) {
        Set<Node> seen = new LinkedHashSet<>();
        seen.add(subject);
        List<Quad> parts = new ArrayList<>();
        List<Quad> level = outgoing;
        for (int depth = 0; depth < DEPTH; depth++) {
            List<Quad> next = new ArrayList<>();
            for (Quad quad : level) {
                if (isPart(subject, quad.getObject()) && seen.add(quad.getObject())) {
                    next.addAll(outgoing(quad.getObject(), 1));
                }
            }
            parts.addAll(next);
            level = next;
        }
        return parts;
    }

    private static boolean isPart(Node subject, Node object) {
        return object.isURI()
                && (object.getURI().startsWith(subject.getURI() + "#")
                        || object.getURI().contains("/.well-known/genid/"));
    }

    private Map<Node, Long> counts(Node subject) {
        Map<Node, Long> counts = new HashMap<>();
        Iterator<Quad> found = data.findNG(Node.ANY, Node.ANY, Node.ANY, subject);
        for (int i = 0; i < COUNTED && found.hasNext(); i++) {
            counts.merge(found.next().getPredicate(), 1L, Long::sum);
        }
        return counts;
    }
}
