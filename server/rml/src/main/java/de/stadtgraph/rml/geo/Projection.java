package de.stadtgraph.rml.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// What is asked of a geometry of one coordinate system: its text in degrees, its centre, its area.
///
/// Not thread-safe, as [Crs].
public final class Projection {
    private final Crs crs;

    public Projection(Crs crs) {
        this.crs = crs;
    }

    /// The geometry as written in data of the system, turned to east first.
    public Geometry read(String text) throws GeometryException {
        Geometry geometry = GeometryReader.read(text);
        if (crs.isNorthFirst() && !GeometryReader.isGeoJson(text)) {
            return moved(geometry, point -> new Coordinate(point.y, point.x));
        }
        return geometry;
    }

    /// The geometry in CRS84, longitude first.
    public Geometry toDegrees(Geometry geometry) throws GeometryException {
        return moved(geometry, crs::toDegrees);
    }

    /// The centre of the geometry's surface (of its lines or points where it has none), computed in metres.
    public Geometry centroid(Geometry geometry) throws GeometryException {
        Point centre = moved(geometry, crs::toMetres).getCentroid();
        return new Projection(metric()).toDegrees(centre);
    }

    /// Square metres in EPSG:25832, rounded to two decimals.
    public String area(Geometry geometry) throws GeometryException {
        double area = moved(geometry, crs::toMetres).getArea();
        return WktFormat.plain(BigDecimal.valueOf(area).setScale(2, RoundingMode.HALF_EVEN));
    }

    /// The geometry with each point moved to the south-west corner of its cell in a grid of so many metres.
    public Geometry snapped(Geometry geometry, double metres) throws GeometryException {
        Geometry snapped = moved(geometry, point -> snap(crs.toMetres(point), metres));
        return new Projection(metric()).toDegrees(snapped);
    }

    private static Crs metric() {
        return Crs.named(Crs.METRIC).orElseThrow();
    }

    private static Coordinate snap(Coordinate point, double metres) {
        return new Coordinate(Math.floor(point.x / metres) * metres, Math.floor(point.y / metres) * metres);
    }

    private static Geometry moved(Geometry geometry, Move move) throws GeometryException {
        Geometry copy = geometry.copy();
        var filter = new MoveAll(move);
        copy.apply(filter);
        copy.geometryChanged();
        if (filter.failure != null) {
            throw filter.failure;
        }
        return copy;
    }

    private interface Move {
        Coordinate apply(Coordinate point) throws GeometryException;
    }

    private static final class MoveAll implements CoordinateSequenceFilter {
        private final Move move;
        private @org.jspecify.annotations.Nullable GeometryException failure;

        MoveAll(Move move) {
            this.move = move;
        }

        @Override
        public void filter(CoordinateSequence points, int index) {
            try {
                Coordinate to = move.apply(points.getCoordinate(index));
                points.setOrdinate(index, CoordinateSequence.X, to.x);
                points.setOrdinate(index, CoordinateSequence.Y, to.y);
            } catch (GeometryException broken) {
                failure = broken;
            }
        }

        @Override
        public boolean isDone() {
            return failure != null;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
