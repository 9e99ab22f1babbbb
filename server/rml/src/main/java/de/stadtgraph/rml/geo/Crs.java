package de.stadtgraph.rml.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/// A coordinate reference system of the closed table, and the way from it to longitude and latitude (OGC CRS84).
///
/// The definitions are written by hand, so no EPSG database is needed. Gauss-Krüger zones use a seven-parameter
/// shift, good to about one metre. Not thread-safe: one object a thread.
public final class Crs {
    private static final String WGS84 = "+proj=longlat +datum=WGS84 +no_defs";
    private static final String GRS80 = " +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";
    private static final String BESSEL =
            " +k=1 +y_0=0 +ellps=bessel" + " +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs";

    /// The metric system in which areas are computed.
    public static final String METRIC = "EPSG:25832";

    private final boolean northFirst;
    private final boolean geographic;
    private final CoordinateReferenceSystem system;
    private final BasicCoordinateTransform toDegrees;
    private final BasicCoordinateTransform toMetres;

    private Crs(String definition, boolean northFirst) {
        var factory = new CRSFactory();
        this.northFirst = northFirst;
        this.geographic = definition.startsWith("+proj=longlat");
        this.system = factory.createFromParameters("source", definition);
        this.toDegrees = new BasicCoordinateTransform(system, factory.createFromParameters("CRS84", WGS84));
        this.toMetres = new BasicCoordinateTransform(
                system, factory.createFromParameters(METRIC, "+proj=utm +zone=32" + GRS80));
    }

    /// The system of that name (`EPSG:25832`, `25832`, `CRS84`, an OGC URN or IRI), if the table has it.
    public static Optional<Crs> named(String name) {
        String code = code(name);
        boolean northFirst = switch (code) {
            case "3044", "3045", "31466", "31467", "31468", "31469", "4258", "4326" -> true;
            default -> false;
        };
        return definition(code).map(text -> new Crs(text, northFirst));
    }

    /// The names of the table, for messages.
    public static String names() {
        return "CRS84, EPSG:4326, 4258, 3857, 25831–25833, 3044, 3045, 32631–32633, 31466–31469";
    }

    private static String code(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.endsWith("CRS84")
                ? "CRS84"
                : upper.substring(upper.lastIndexOf(':') + 1).replaceFirst("^.*/", "");
    }

    private static Optional<String> definition(String code) {
        var table = new TreeMap<String, String>();
        table.put("CRS84", WGS84);
        table.put("4326", WGS84);
        table.put("4258", "+proj=longlat" + GRS80);
        table.put("3857", "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs");
        for (int zone = 31; zone <= 33; zone++) {
            table.put("258" + zone, "+proj=utm +zone=" + zone + GRS80);
            table.put("326" + zone, "+proj=utm +zone=" + zone + " +datum=WGS84 +units=m +no_defs");
        }
        table.put("3044", "+proj=utm +zone=32" + GRS80);
        table.put("3045", "+proj=utm +zone=33" + GRS80);
        for (int zone = 2; zone <= 5; zone++) {
            String centre = "+proj=tmerc +lat_0=0 +lon_0=" + 3 * zone + " +x_0=" + zone + "500000";
            table.put("3146" + (zone + 4), centre + BESSEL);
        }
        return Optional.ofNullable(table.get(code));
    }

    /// Whether the order written in data of this system is north (or latitude) first.
    public boolean isNorthFirst() {
        return northFirst;
    }

    /// The point in degrees, longitude first; the given one is east first.
    public Coordinate toDegrees(Coordinate point) throws GeometryException {
        return geographic ? inRange(point) : inRange(transform(toDegrees, point));
    }

    /// The point in metres of EPSG:25832, or of this system where that is metric and not Mercator.
    public Coordinate toMetres(Coordinate point) throws GeometryException {
        return transform(toMetres, point);
    }

    /// The library's transformations are not thread-safe.
    private static ProjCoordinate transformed(BasicCoordinateTransform transform, Coordinate point) {
        synchronized (transform) {
            return transform.transform(new ProjCoordinate(point.x, point.y), new ProjCoordinate());
        }
    }

    private Coordinate transform(BasicCoordinateTransform transform, Coordinate point) throws GeometryException {
        try {
            ProjCoordinate to = transformed(transform, point);
            return finite(new Coordinate(to.x, to.y));
        } catch (Proj4jException outside) {
            throw new GeometryException("the point lies outside " + system.getName());
        }
    }

    private static Coordinate finite(Coordinate point) throws GeometryException {
        if (!Double.isFinite(point.x) || !Double.isFinite(point.y)) {
            throw new GeometryException("a coordinate is no finite number");
        }
        return point;
    }

    private static Coordinate inRange(Coordinate point) throws GeometryException {
        if (Math.abs(point.x) <= 180 && Math.abs(point.y) <= 90) {
            return finite(point);
        }
        throw new GeometryException("no longitude and latitude: " + point.x + " " + point.y);
    }
}
