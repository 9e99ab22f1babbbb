package de.stadtgraph.rml.geo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// GeoJSON geometries (RFC 7946 §3.1). Not thread-safe.
final class GeoJson {
    private static final int DEPTH = 12;

    private final GeometryFactory geometries;

    GeoJson(GeometryFactory geometries) {
        this.geometries = geometries;
    }

    Geometry read(String text) throws GeometryException {
        var limits = StreamReadConstraints.builder().maxNestingDepth(200).build();
        var factory = JsonFactory.builder().streamReadConstraints(limits).build();
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            return geometry(parser, 0);
        } catch (IOException | IllegalArgumentException broken) {
            throw new GeometryException("broken GeoJSON");
        }
    }

    private Geometry geometry(JsonParser parser, int depth) throws IOException, GeometryException {
        if (depth > DEPTH || parser.currentToken() != JsonToken.START_OBJECT) {
            throw new GeometryException("no GeoJSON geometry");
        }
        String type = "";
        Object coordinates = null;
        List<Geometry> members = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : "";
                case "coordinates" -> coordinates = positions(parser, 0);
                case "geometries" -> members = members(parser, depth);
                default -> parser.skipChildren();
            }
        }
        return build(type, coordinates, members);
    }

    private List<Geometry> members(JsonParser parser, int depth) throws IOException, GeometryException {
        List<Geometry> members = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new GeometryException("geometries is no array");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            members.add(geometry(parser, depth + 1));
        }
        return members;
    }

    /// A position as [Coordinate], nested arrays as lists.
    private Object positions(JsonParser parser, int depth) throws IOException, GeometryException {
        if (depth > 4 || parser.currentToken() != JsonToken.START_ARRAY) {
            throw new GeometryException("coordinates are no array of numbers");
        }
        List<Object> list = new ArrayList<>();
        double[] numbers = new double[2];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.currentToken().isNumeric()) {
                list.add(positions(parser, depth + 1));
            } else if (count++ < 2) {
                numbers[count - 1] = parser.getDoubleValue();
            }
        }
        if (count == 0) {
            return list;
        }
        if (count < 2 || !list.isEmpty()) {
            throw new GeometryException("a position needs two numbers");
        }
        return new Coordinate(numbers[0], numbers[1]);
    }

    private Geometry build(String type, @Nullable Object at, @Nullable List<Geometry> members)
            throws GeometryException {
        return switch (type) {
            case "Point" -> geometries.createPoint(coordinate(at));
            case "MultiPoint" -> geometries.createMultiPointFromCoords(coordinates(at));
            case "LineString" -> geometries.createLineString(coordinates(at));
            case "MultiLineString" -> geometries.createMultiLineString(lines(at));
            case "Polygon" -> polygon(at);
            case "MultiPolygon" -> geometries.createMultiPolygon(polygons(at));
            case "GeometryCollection" ->
                geometries.createGeometryCollection(
                        (members == null ? List.<Geometry>of() : members).toArray(Geometry[]::new));
            default -> throw new GeometryException("no GeoJSON geometry type: " + type);
        };
    }

    private static Coordinate coordinate(@Nullable Object at) throws GeometryException {
        if (at instanceof Coordinate point) {
            return point;
        }
        throw new GeometryException("a position is missing");
    }

    private static List<?> list(@Nullable Object at) throws GeometryException {
        if (at instanceof List<?> list) {
            return list;
        }
        throw new GeometryException("coordinates are not nested as the type asks");
    }

    private static Coordinate[] coordinates(@Nullable Object at) throws GeometryException {
        List<Coordinate> points = new ArrayList<>();
        for (Object point : list(at)) {
            points.add(coordinate(point));
        }
        return points.toArray(Coordinate[]::new);
    }

    private LineString[] lines(@Nullable Object at) throws GeometryException {
        List<LineString> lines = new ArrayList<>();
        for (Object line : list(at)) {
            lines.add(geometries.createLineString(coordinates(line)));
        }
        return lines.toArray(LineString[]::new);
    }

    private Polygon polygon(@Nullable Object at) throws GeometryException {
        List<LinearRing> rings = new ArrayList<>();
        for (Object ring : list(at)) {
            rings.add(geometries.createLinearRing(coordinates(ring)));
        }
        if (rings.isEmpty()) {
            throw new GeometryException("a polygon without a ring");
        }
        return geometries.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private Polygon[] polygons(@Nullable Object at) throws GeometryException {
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : list(at)) {
            polygons.add(polygon(polygon));
        }
        return polygons.toArray(Polygon[]::new);
    }
}
