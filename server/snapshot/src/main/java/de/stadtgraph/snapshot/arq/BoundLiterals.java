package de.stadtgraph.snapshot.arq;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/// What an operator says of its variables: which are in every row the object of a statement of the data, and what
/// BIND made others of.
///
/// @param variables objects of statements, in every row
/// @param made expressions by the variable that they are bound to
record BoundLiterals(Set<Var> variables, Map<Var, Expr> made) {
    static BoundLiterals of(Op op) {
        var bound = new BoundLiterals(new HashSet<>(), new HashMap<>());
        bound.add(op);
        return bound;
    }

    /// The expression that a variable was bound to, or the variable itself.
    Expr meaning(Var variable) {
        Expr expression = made.get(variable);
        return expression == null ? new ExprVar(variable) : expression;
    }

    /// Whether the last step of every way is from a subject to an object.
    private static boolean endsInStatement(Path path) {
        return switch (path) {
            case P_Link _ -> true;
            case P_Seq both -> endsInStatement(both.getRight());
            case P_Alt either -> endsInStatement(either.getLeft()) && endsInStatement(either.getRight());
            default -> false;
        };
    }

    private void add(Op op) {
        switch (op) {
            case OpBGP bgp ->
                bgp.getPattern().forEach(triple -> {
                    if (triple.getObject() instanceof Var variable) {
                        variables.add(variable);
                    }
                });
            case OpPath path -> {
                if (path.getTriplePath().getObject() instanceof Var variable
                        && endsInStatement(path.getTriplePath().getPath())) {
                    variables.add(variable);
                }
            }
            case OpJoin join -> {
                add(join.getLeft());
                add(join.getRight());
            }
            case OpSequence sequence -> sequence.getElements().forEach(this::add);
            case OpLeftJoin join -> add(join.getLeft());
            case OpMinus minus -> add(minus.getLeft());
            case OpFilter filter -> add(filter.getSubOp());
            case OpGraph graph -> add(graph.getSubOp());
            case OpExtend extend -> {
                add(extend.getSubOp());
                made.putAll(extend.getVarExprList().getExprs());
            }
            default -> {
                // says nothing
            }
        }
    }
}
