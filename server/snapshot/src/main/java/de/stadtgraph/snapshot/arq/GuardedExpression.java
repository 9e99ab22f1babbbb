package de.stadtgraph.snapshot.arq;

import org.apache.jena.sparql.expr.Expr;

/// An expression that a guard has put around another one; kernels look through it and charge the meter the same way.
public interface GuardedExpression {

    /// The function that is guarded; its arguments are those of the guard.
    Expr original();

    /// The function itself, guarded or not.
    static Expr originalOf(Expr expression) {
        return expression instanceof GuardedExpression guarded ? guarded.original() : expression;
    }
}
