package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.geo.Distances;
import de.stadtgraph.snapshot.geo.Unit;
import de.stadtgraph.snapshot.geo.Wkt;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/// What one call of a spatial property asks for. The arguments are those of Jena's properties of the same name:
/// constants of the query; latitude before longitude. Immutable.
///
/// @param envelope holds everything that is found
/// @param points number of points that each geometry is compared with
/// @param distance metres of a geometry that is found; NaN for others
/// @param limit the nearest ones only
record SpatialSearch(Envelope envelope, int points, ToDoubleFunction<Geometry> distance, OptionalLong limit) {
    /// Namespace of the properties.
    static final String NAMESPACE = "http://jena.apache.org/spatial#";

    static final List<String> PROPERTIES = List.of(
            "nearby",
            "withinCircle",
            "withinBox",
            "intersectBox",
            "nearbyGeom",
            "withinCircleGeom",
            "withinBoxGeom",
            "intersectBoxGeom");

    private static final String KILOMETRE = "http://www.opengis.net/def/uom/OGC/1.0/kilometre";
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /// Reads the arguments of a call.
    ///
    /// @throws QueryBuildException when they are not those of the property
    static SpatialSearch of(String property, List<Node> arguments) {
        try {
            return switch (property) {
                case "nearby", "withinCircle" ->
                    circle(
                            point(number(arguments, 1, "a longitude"), number(arguments, 0, "a latitude")),
                            arguments,
                            2);
                case "nearbyGeom", "withinCircleGeom" -> circle(geometry(arguments), arguments, 1);
                case "withinBox", "intersectBox" -> box(property, rectangle(arguments), arguments, 4);
                case "withinBoxGeom", "intersectBoxGeom" ->
                    box(property, geometry(arguments).getEnvelope(), arguments, 1);
                default ->
                    throw new IllegalArgumentException(
                            "there are nearby, withinCircle, withinBox, intersectBox, and each with Geom behind it");
            };
        } catch (IllegalArgumentException e) {
            throw new QueryBuildException("spatial:" + property + ": " + e.getMessage(), e);
        }
    }

    private static SpatialSearch circle(Geometry middle, List<Node> arguments, int radiusAt) {
        double radius = number(arguments, radiusAt, "a radius");
        String unit = KILOMETRE;
        if (arguments.size() > radiusAt + 1) {
            Node given = arguments.get(radiusAt + 1);
            if (!given.isURI()) {
                throw new IllegalArgumentException("argument " + (radiusAt + 2) + " is the IRI of a unit of length");
            }
            unit = given.getURI();
        }
        double metres = radius * Unit.metres(unit);
        return new SpatialSearch(
                Distances.around(middle, metres),
                middle.getNumPoints(),
                geometry -> {
                    double away = Distances.metres(middle, geometry);
                    return away <= metres ? away : Double.NaN;
                },
                limit(arguments, radiusAt + 2));
    }

    private static SpatialSearch box(String property, Geometry box, List<Node> arguments, int limitAt) {
        var prepared = PreparedGeometryFactory.prepare(box);
        boolean whole = property.startsWith("within");
        Geometry middle = box.getCentroid();
        return new SpatialSearch(
                box.getEnvelopeInternal(),
                box.getNumPoints(),
                geometry -> {
                    boolean found = whole ? prepared.covers(geometry) : prepared.intersects(geometry);
                    return found ? Distances.metres(middle, geometry) : Double.NaN;
                },
                limit(arguments, limitAt));
    }

    private static Geometry rectangle(List<Node> arguments) {
        double south = number(arguments, 0, "the smallest latitude");
        double west = number(arguments, 1, "the smallest longitude");
        double north = number(arguments, 2, "the largest latitude");
        double east = number(arguments, 3, "the largest longitude");
        if (south > north || west > east) {
            throw new IllegalArgumentException(
                    "the order is smallest latitude, smallest longitude, largest latitude, largest longitude");
        }
        return GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
    }

    private static Geometry point(double longitude, double latitude) {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "no place on earth: latitude %s, longitude %s", latitude, longitude));
        }
        return GEOMETRIES.createPoint(new Coordinate(longitude, latitude));
    }

    private static Geometry geometry(List<Node> arguments) {
        Node given = constant(arguments, 0, "a geo:wktLiteral");
        if (!given.isLiteral() || !given.getLiteralDatatypeURI().equals(Wkt.DATATYPE)) {
            throw new IllegalArgumentException("argument 1 is a geo:wktLiteral");
        }
        Geometry geometry = Wkt.read(given.getLiteralLexicalForm());
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("an empty geometry is nowhere");
        }
        return geometry;
    }

    private static double number(List<Node> arguments, int at, String what) {
        NodeValue value = NodeValue.makeNode(constant(arguments, at, what));
        if (!value.isNumber() || !Double.isFinite(value.getDouble())) {
            throw new IllegalArgumentException("argument " + (at + 1) + " is " + what);
        }
        return value.getDouble();
    }

    private static Node constant(List<Node> arguments, int at, String what) {
        if (arguments.size() <= at) {
            throw new IllegalArgumentException("argument " + (at + 1) + " is missing: " + what);
        }
        if (!arguments.get(at).isConcrete()) {
            throw new IllegalArgumentException("argument " + (at + 1) + " must be written down, not a variable (" + what
                    + "); to compare two things of the data, FILTER with geof:distance");
        }
        return arguments.get(at);
    }

    private static OptionalLong limit(List<Node> arguments, int at) {
        if (arguments.size() > at + 1) {
            throw new IllegalArgumentException("there are more than " + (at + 1) + " arguments");
        }
        if (arguments.size() <= at) {
            return OptionalLong.empty();
        }
        double limit = number(arguments, at, "the largest number of results");
        return limit < 0 ? OptionalLong.empty() : OptionalLong.of((long) limit);
    }
}
