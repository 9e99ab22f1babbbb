package de.stadtgraph.query;

import de.stadtgraph.snapshot.geo.GeoFunction;
import de.stadtgraph.snapshot.geo.Geometries;
import java.util.List;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;

/// A function of GeoSPARQL as the engine finds it by its IRI; plans put a [GeometryCall] in its place. One use.
final class GeometryFunction extends FunctionBase {
    private final GeoFunction function;
    private final Geometries seen = new Geometries();

    GeometryFunction(GeoFunction function) {
        this.function = function;
    }

    @Override
    public NodeValue exec(List<NodeValue> values) {
        return function.value(values, seen, (_, _) -> {});
    }

    @Override
    public void checkBuild(String uri, ExprList arguments) {
        if (arguments.size() != function.arguments()) {
            throw new QueryBuildException("<" + uri + "> takes " + function.arguments() + " arguments");
        }
    }
}
