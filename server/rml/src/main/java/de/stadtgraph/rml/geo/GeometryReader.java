package de.stadtgraph.rml.geo;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/// Reads a geometry from the text of a GeoJSON node (RFC 7946 §3.1), from WKT or from hex EWKB.
///
/// Stateless. At most a million points; open rings are refused; a third coordinate is dropped.
public final class GeometryReader {
    private static final int MOST_POINTS = 1_000_000;
    private static final int MOST_CHARACTERS = 64 << 20;
    private static final Pattern HEX = Pattern.compile("0[01][0-9A-Fa-f]{16,}+");

    private GeometryReader() {}

    /// The geometry in the order of axes in which it is written.
    public static Geometry read(String text) throws GeometryException {
        if (text.length() > MOST_CHARACTERS) {
            throw new GeometryException("a geometry of more than 64 MB");
        }
        String trimmed = text.strip();
        Geometry geometry = trimmed.startsWith("{")
                ? new GeoJson(new GeometryFactory()).read(trimmed)
                : HEX.matcher(trimmed).matches() ? binary(trimmed) : wkt(trimmed);
        if (geometry.isEmpty()) {
            throw new GeometryException("an empty geometry");
        }
        if (geometry.getNumPoints() > MOST_POINTS) {
            throw new GeometryException("a geometry of more than a million points");
        }
        return geometry;
    }

    /// The text holds longitude first whatever the coordinate system says: GeoJSON does.
    public static boolean isGeoJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    /// A point.
    public static Geometry point(double x, double y) {
        return new GeometryFactory().createPoint(new Coordinate(x, y));
    }

    private static Geometry binary(String hex) throws GeometryException {
        try {
            return new WKBReader().read(HexFormat.of().parseHex(hex));
        } catch (ParseException | RuntimeException broken) {
            throw new GeometryException("broken EWKB");
        }
    }

    private static Geometry wkt(String text) throws GeometryException {
        try {
            return new WKTReader().read(text.replaceFirst("^(SRID=\\d+;|<[^>]*>)\\s*", ""));
        } catch (ParseException | RuntimeException broken) {
            throw new GeometryException("no GeoJSON, WKT or EWKB");
        }
    }
}
