package de.stadtgraph.snapshot.geo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// The functions of GeoSPARQL 1.1 (sections 8.7 and 9.3) that queries may call: relations, distance, envelope, convex
/// hull. Stateless.
public enum GeoFunction {
    SF_EQUALS("sfEquals", Relation.EQUALS),
    SF_DISJOINT("sfDisjoint", Relation.DISJOINT),
    SF_INTERSECTS("sfIntersects", Relation.INTERSECTS),
    SF_TOUCHES("sfTouches", Relation.TOUCHES),
    SF_CROSSES("sfCrosses", Relation.CROSSES),
    SF_WITHIN("sfWithin", Relation.WITHIN),
    SF_CONTAINS("sfContains", Relation.CONTAINS),
    SF_OVERLAPS("sfOverlaps", Relation.OVERLAPS),
    /// Shortest distance in a unit of length.
    DISTANCE("distance", 3),
    ENVELOPE("envelope", 1),
    CONVEX_HULL("convexHull", 1);

    /// Namespace of the functions.
    public static final String NAMESPACE = "http://www.opengis.net/def/function/geosparql/";

    private final String name;
    private final int arguments;
    private final @Nullable Relation relation;

    GeoFunction(String name, Relation relation) {
        this.name = name;
        this.arguments = 2;
        this.relation = relation;
    }

    GeoFunction(String name, int arguments) {
        this.name = name;
        this.arguments = arguments;
        this.relation = null;
    }

    /// The function of an IRI.
    public static Optional<GeoFunction> of(String iri) {
        return Arrays.stream(values()).filter(each -> each.iri().equals(iri)).findFirst();
    }

    public String iri() {
        return NAMESPACE + name;
    }

    /// How many arguments it takes.
    public int arguments() {
        return arguments;
    }

    /// Whether geometries without a common point are never in this relation.
    public boolean needsCommonPoint() {
        return relation != null && relation != Relation.DISJOINT;
    }

    /// Counts the work before it is done.
    public interface Account {
        /// @param one points of the first geometry
        /// @param two points of the second one; 1 when there is none
        void charge(long one, long two);
    }

    /// The value for some arguments.
    ///
    /// @param seen what the same expression read before
    /// @throws ExprEvalException when an argument is no geometry in CRS84, or no unit of length
    public NodeValue value(List<NodeValue> values, Geometries seen, Account account) {
        if (values.size() != arguments) {
            throw new ExprEvalException(name + " takes " + arguments + " arguments");
        }
        try {
            return apply(values, seen, account);
        } catch (IllegalArgumentException e) {
            // TopologyException is one of these
            throw new ExprEvalException(name + ": " + e.getMessage(), e);
        }
    }

    private NodeValue apply(List<NodeValue> values, Geometries seen, Account account) {
        Geometry one = seen.one().read(text(values.get(0)));
        if (arguments == 1) {
            account.charge(one.getNumPoints(), 1);
            Geometry made = this == ENVELOPE ? one.getEnvelope() : one.convexHull();
            return NodeValue.makeNode(NodeFactory.createLiteralDT(made.toText(), NodeFactory.getType(Wkt.DATATYPE)));
        }
        Geometry two = seen.two().read(text(values.get(1)));
        account.charge(one.getNumPoints(), two.getNumPoints());
        if (relation == null) {
            double metres = Distances.metres(one, two);
            return NodeValue.makeDouble(metres / Unit.metres(iri(values.get(2))));
        }
        return NodeValue.makeBoolean(
                relation.holds(one, seen.one().prepared(), two, seen.two().prepared()));
    }

    private static String text(NodeValue value) {
        var node = value.asNode();
        if (!node.isLiteral() || !node.getLiteralDatatypeURI().equals(Wkt.DATATYPE)) {
            throw new IllegalArgumentException("no geo:wktLiteral");
        }
        return node.getLiteralLexicalForm();
    }

    private static String iri(NodeValue value) {
        if (!value.isIRI()) {
            throw new IllegalArgumentException("a unit is an IRI");
        }
        return value.asNode().getURI();
    }
}
