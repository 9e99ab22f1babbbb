package de.stadtgraph.query;

import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/// Counts the elements of a property path. Depth is bounded by the scan.
final class PathSize {
    private PathSize() {}

    static long of(Path path) {
        return switch (path) {
            case P_Path2 two -> 1 + of(two.getLeft()) + of(two.getRight());
            case P_Path1 one -> 1 + of(one.getSubPath());
            case P_NegPropSet set -> 1L + set.getNodes().size();
            default -> 1;
        };
    }
}
