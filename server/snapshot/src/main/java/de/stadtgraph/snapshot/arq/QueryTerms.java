package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.term.Dictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/// The terms of one query: those of the dictionary, and those that the query makes, with negative ids. One thread.
final class QueryTerms {
    private static final long TERM_BYTES = 160;

    private final Dictionary dictionary;
    private final Meter meter;
    private final Map<Node, Long> made = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    QueryTerms(Dictionary dictionary, Meter meter) {
        this.dictionary = dictionary;
        this.meter = meter;
    }

    /// The id of a term in the data, 0 when it is not there. Small numbers have one whether they are there or not.
    long stored(Node node) {
        return dictionary.id(node);
    }

    /// The id of a term; 0 for none. A term that is not in the dictionary gets an id of the query.
    long id(@Nullable Node node) {
        if (node == null) {
            return 0;
        }
        long known = dictionary.id(node);
        return known != 0 ? known : local(node);
    }

    private long local(Node node) {
        Long known = made.get(node);
        if (known != null) {
            return known;
        }
        meter.hold(TERM_BYTES
                + (node.isLiteral() ? 2L * node.getLiteralLexicalForm().length() : 0));
        nodes.add(node);
        long id = -nodes.size();
        made.put(node, id);
        return id;
    }

    /// The term of an id; nothing for 0.
    @Nullable
    Node node(long id) {
        if (id == 0) {
            return null;
        }
        return known(id);
    }

    /// Number of terms that the query made.
    int size() {
        return nodes.size();
    }

    /// Forgets all terms but the first ones.
    void keep(int first) {
        while (nodes.size() > first) {
            made.remove(nodes.removeLast());
        }
    }

    /// The term of an id that is not 0.
    Node known(long id) {
        return id < 0 ? nodes.get((int) (-id - 1)) : dictionary.node(id);
    }

    Dictionary dictionary() {
        return dictionary;
    }

    Meter meter() {
        return meter;
    }
}
