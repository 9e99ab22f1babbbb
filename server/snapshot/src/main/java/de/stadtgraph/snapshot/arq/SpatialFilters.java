package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.geo.Distances;
import de.stadtgraph.snapshot.geo.GeoFunction;
import de.stadtgraph.snapshot.geo.Unit;
import de.stadtgraph.snapshot.geo.Wkt;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Filters that only geometries within a rectangle can pass get a table of the literals there, joined with what they
/// filter: `geof:sf…(?wkt, constant)` but `sfDisjoint`, and `geof:distance(?wkt, constant, unit) < number`, also by way
/// of a BIND. The filter stays: it decides. Only where a pattern binds the variable, so that it is a literal of the
/// data. One query.
final class SpatialFilters extends TransformCopy {
    private final StoredGeometries geometries;

    SpatialFilters(StoredGeometries geometries) {
        this.geometries = geometries;
    }

    /// Where the values of a variable must be.
    private record Place(Var variable, Envelope envelope) {}

    @Override
    public Op transform(OpFilter filter, Op below) {
        var bound = BoundLiterals.of(below);
        Op narrowed = below;
        for (Expr each : Expressions.conjuncts(filter.getExprs())) {
            Optional<Place> place =
                    place(each, bound).filter(found -> bound.variables().contains(found.variable()));
            if (place.isPresent()) {
                narrowed = narrowed(place.get(), narrowed);
            }
        }
        return OpFilter.filterBy(filter.getExprs(), narrowed);
    }

    private Op narrowed(Place place, Op below) {
        long[] found = geometries.near(place.envelope());
        return geometries.isMost(found)
                ? below
                : OpJoin.create(OpTable.create(geometries.table(place.variable(), found)), below);
    }

    private static Optional<Place> place(Expr filter, BoundLiterals bound) {
        try {
            return switch (filter) {
                case E_Function call -> related(call);
                case E_LessThan less -> closer(less.getArg1(), less.getArg2(), bound);
                case E_LessThanOrEqual less -> closer(less.getArg1(), less.getArg2(), bound);
                case E_GreaterThan more -> closer(more.getArg2(), more.getArg1(), bound);
                case E_GreaterThanOrEqual more -> closer(more.getArg2(), more.getArg1(), bound);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // the filter will tell
        }
    }

    private static Optional<Place> related(E_Function call) {
        boolean narrows = GeoFunction.of(call.getFunctionIRI())
                .map(GeoFunction::needsCommonPoint)
                .orElse(false);
        return narrows
                ? compared(call)
                        .map(found -> new Place(found.variable(), found.with().getEnvelopeInternal()))
                : Optional.empty();
    }

    private static Optional<Place> closer(Expr measured, Expr most, BoundLiterals bound) {
        Expr expression = measured.isVariable() ? bound.meaning(measured.asVar()) : measured;
        boolean distance = expression instanceof E_Function call
                && GeoFunction.of(call.getFunctionIRI()).equals(Optional.of(GeoFunction.DISTANCE));
        if (!distance || !most.isConstant() || !most.getConstant().isNumber()) {
            return Optional.empty();
        }
        E_Function call = (E_Function) expression;
        Expr unit = call.getArg(3);
        if (unit == null || !unit.isConstant() || !unit.getConstant().isIRI()) {
            return Optional.empty();
        }
        double metres = most.getConstant().getDouble()
                * Unit.metres(unit.getConstant().asNode().getURI());
        return metres >= 0
                ? compared(call).map(found -> new Place(found.variable(), Distances.around(found.with(), metres)))
                : Optional.empty();
    }

    /// A variable and what it is compared with.
    private record Compared(Var variable, Geometry with) {}

    private static Optional<Compared> compared(E_Function call) {
        Expr one = call.getArg(1);
        Expr two = call.getArg(2);
        if (one == null || two == null || one.isVariable() == two.isVariable()) {
            return Optional.empty();
        }
        Expr constant = one.isVariable() ? two : one;
        Var variable = one.isVariable() ? one.asVar() : two.asVar();
        return constant(constant).map(geometry -> new Compared(variable, geometry));
    }

    private static Optional<Geometry> constant(Expr expression) {
        if (!expression.isConstant()) {
            return Optional.empty();
        }
        Node node = expression.getConstant().asNode();
        if (!node.isLiteral() || !node.getLiteralDatatypeURI().equals(Wkt.DATATYPE)) {
            return Optional.empty();
        }
        Geometry geometry = Wkt.read(node.getLiteralLexicalForm());
        return geometry.isEmpty() ? Optional.empty() : Optional.of(geometry);
    }
}
