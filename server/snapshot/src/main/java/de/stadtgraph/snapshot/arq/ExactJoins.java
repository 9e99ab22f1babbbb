package de.stadtgraph.snapshot.arq;

import java.util.Set;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.join.Join;

/// Joins by ARQ that are left to it. ARQ 5.6.0's hash joins lose rows when a shared variable is bound in some rows of a
/// side only, as in VALUES with UNDEF; such sides are joined row by row. Stateless.
public final class ExactJoins {
    private ExactJoins() {}

    /// The join of the rows of an operator's two sides.
    public static QueryIterator join(Op2 op, QueryIterator left, QueryIterator right, ExecutionContext context) {
        return isCertain(op) ? Join.join(left, right, context) : Join.nestedLoopJoin(left, right, context);
    }

    /// Likewise, with the left rows that have no partner.
    public static QueryIterator leftJoin(
            OpLeftJoin op, QueryIterator left, QueryIterator right, ExecutionContext context) {
        return isCertain(op)
                ? Join.leftJoin(left, right, op.getExprs(), context)
                : Join.nestedLoopLeftJoin(left, right, op.getExprs(), context);
    }

    private static boolean isCertain(Op2 op) {
        Set<Var> shared = OpVars.visibleVars(op.getLeft());
        shared.retainAll(OpVars.visibleVars(op.getRight()));
        return OpVars.fixedVars(op.getLeft()).containsAll(shared)
                && OpVars.fixedVars(op.getRight()).containsAll(shared);
    }
}
