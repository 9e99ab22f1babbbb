package de.stadtgraph.catalog;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.util.FmtUtils;

/// A description as lines whose order depends on nothing but the statements: for digests and comparison. Stateless.
public final class Description {
    private Description() {}

    /// One line a statement, sorted.
    public static List<String> lines(Graph record) {
        return record.find()
                .mapWith(triple -> FmtUtils.stringForTriple(triple, null))
                .toList()
                .stream()
                .sorted()
                .toList();
    }
}
