package de.stadtgraph.query;

import de.stadtgraph.query.QueryStopped.Which;
import de.stadtgraph.snapshot.arq.GuardedExpression;
import de.stadtgraph.snapshot.geo.GeoFunction;
import de.stadtgraph.snapshot.geo.Geometries;
import java.util.List;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/// A function of GeoSPARQL under the meter: one step for each pair of points, and of two geometries one has at most
/// [#MOST_POINTS] points. One query at a time.
final class GeometryCall extends ExprFunctionN implements GuardedExpression {
    /// Points of a geometry in an expression.
    static final int MOST_POINTS = 10_000;

    private final E_Function original;
    private final GeoFunction function;
    private final ValueGuard guard;
    private final Geometries seen = new Geometries();

    GeometryCall(E_Function original, GeoFunction function, ExprList arguments, ValueGuard guard) {
        super(original.getFunctionIRI(), arguments);
        this.original = original;
        this.function = function;
        this.guard = guard;
    }

    @Override
    public Expr original() {
        return original;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        guard.arguments(values);
        return guard.value(function.value(values, seen, this::charge));
    }

    private void charge(long one, long two) {
        if (Math.min(one, two) > MOST_POINTS) {
            throw guard.meter().stop(Which.POINTS, MOST_POINTS);
        }
        guard.meter().step(one * two);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new GeometryCall(original, function, arguments, guard);
    }
}
