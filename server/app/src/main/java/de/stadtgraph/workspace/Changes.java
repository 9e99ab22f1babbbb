package de.stadtgraph.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.sparql.core.Quad;

/// What one transaction has changed so far against the data at its start. One thread.
final class Changes {
    /// The kinds of change that are left when those are dropped that cancel each other.
    enum Kind {
        ADDED,
        DELETED
    }

    private final Map<Quad, Kind> net = new LinkedHashMap<>();

    /// Notes a statement that was not there.
    void added(Quad quad) {
        if (!net.remove(quad, Kind.DELETED)) {
            net.put(quad, Kind.ADDED);
        }
    }

    /// Notes that a statement is no longer there.
    void deleted(Quad quad) {
        if (!net.remove(quad, Kind.ADDED)) {
            net.put(quad, Kind.DELETED);
        }
    }

    Map<Quad, Kind> net() {
        return net;
    }

    boolean isEmpty() {
        return net.isEmpty();
    }
}
