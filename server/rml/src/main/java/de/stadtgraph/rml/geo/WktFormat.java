package de.stadtgraph.rml.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/// Well-known text (OGC 06-103r4 §7) with a fixed number of decimals, trailing zeros cut. Stateless.
public final class WktFormat {
    /// Seven decimals of a degree are about a centimetre.
    public static final int MOST_DECIMALS = 7;

    private WktFormat() {}

    /// The text of the geometry.
    public static String write(Geometry geometry, int decimals) {
        var out = new StringBuilder(geometry.getGeometryType().toUpperCase(Locale.ROOT));
        if (geometry.getGeometryType().equals("LinearRing")) {
            out.setLength(0);
            out.append("LINESTRING");
        }
        body(out, geometry, decimals);
        return out.toString();
    }

    private static void body(StringBuilder out, Geometry geometry, int decimals) {
        if (geometry instanceof Polygon polygon) {
            int rings = polygon.getNumInteriorRing() + 1;
            list(out, rings, decimals, i -> i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1));
        } else if (!(geometry instanceof GeometryCollection)) {
            points(out, geometry, decimals);
        } else if (geometry.getGeometryType().equals("GeometryCollection")) {
            collection(out, geometry, decimals);
        } else {
            list(out, geometry.getNumGeometries(), decimals, geometry::getGeometryN);
        }
    }

    private static void collection(StringBuilder out, Geometry geometry, int decimals) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            out.append(i == 0 ? "(" : ", ").append(write(geometry.getGeometryN(i), decimals));
        }
        out.append(')');
    }

    private static void list(StringBuilder out, int count, int decimals, IntFunction<Geometry> part) {
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "(" : ", ");
            body(out, part.apply(i), decimals);
        }
        out.append(')');
    }

    private static void points(StringBuilder out, Geometry geometry, int decimals) {
        Coordinate[] points =
                geometry instanceof Point ? new Coordinate[] {geometry.getCoordinate()} : geometry.getCoordinates();
        for (int i = 0; i < points.length; i++) {
            out.append(i == 0 ? "(" : ", ").append(number(points[i].x, decimals));
            out.append(' ').append(number(points[i].y, decimals));
        }
        out.append(')');
    }

    private static String number(double value, int decimals) {
        return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /// Without exponent, trailing zeros or a negative zero.
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
