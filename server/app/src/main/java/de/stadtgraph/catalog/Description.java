package de.stadtgraph.catalog;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.out.NodeFmtLib;

/// A description as lines whose order depends on nothing but the statements: for digests and comparison. Stateless.
public final class Description {
    private Description() {}

    /// One line a statement, sorted.
    public static List<String> lines(Graph record) {
        return record
                .find()
                .mapWith(triple -> NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate())
                        + " " + NodeFmtLib.strNT(triple.getObject()))
                .toList()
                .stream()
                .sorted()
                .toList();
    }
}
