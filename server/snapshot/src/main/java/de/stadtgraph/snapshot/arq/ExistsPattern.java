package de.stadtgraph.snapshot.arq;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;

/// Whether a pattern gives the same rows when values are put in before and when rows are joined after. Stateless.
final class ExistsPattern {
    private ExistsPattern() {}

    static boolean isPlain(Op op) {
        return switch (op) {
            case OpBGP _ -> true;
            case OpFilter filter -> !hasPattern(filter.getExprs()) && isPlain(filter.getSubOp());
            case OpGraph graph -> graph.getSubOp() instanceof OpBGP;
            case OpJoin join -> isPlain(join.getLeft()) && isPlain(join.getRight());
            case OpUnion union -> isPlain(union.getLeft()) && isPlain(union.getRight());
            case OpSequence sequence -> sequence.getElements().stream().allMatch(ExistsPattern::isPlain);
            default -> false;
        };
    }

    /// An inner EXISTS may read a variable of the outermost row that the pattern between them does not have.
    private static boolean hasPattern(ExprList conditions) {
        return Expressions.conjuncts(conditions).stream().anyMatch(ExprFunctionOp.class::isInstance);
    }
}
