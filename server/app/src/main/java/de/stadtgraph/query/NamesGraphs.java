package de.stadtgraph.query;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.walker.Walker;

/// Tells whether a query has GRAPH anywhere. One query.
final class NamesGraphs extends OpVisitorBase {
    private boolean found;

    private NamesGraphs() {}

    static boolean anywhere(Op op) {
        var visitor = new NamesGraphs();
        Walker.walk(op, visitor);
        return visitor.found;
    }

    @Override
    public void visit(OpGraph graph) {
        found = true;
    }
}
