package de.stadtgraph.snapshot.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.proj4j.geodesic.Geodesic;

/// Distances on the ellipsoid WGS84 in metres. Stateless.
///
/// Between two points: the geodesic, exact to well below a millimetre. Between other geometries: the two nearest points
/// are sought in a plane that is true to scale in their middle, and the geodesic between these two is taken; good for
/// what lies within some hundred kilometres, not for continents, nor across the date line.
public final class Distances {
    /// Metres of a degree of latitude, at least.
    private static final double METRES_A_DEGREE = 110_500;

    private Distances() {}

    /// The shortest distance between two geometries; 0 when they touch.
    ///
    /// @throws IllegalArgumentException when one is empty
    public static double metres(Geometry one, Geometry two) {
        if (one.isEmpty() || two.isEmpty()) {
            throw new IllegalArgumentException("an empty geometry is nowhere");
        }
        Coordinate[] nearest = {one.getCoordinate(), two.getCoordinate()};
        if (one.getNumPoints() > 1 || two.getNumPoints() > 1) {
            nearest = nearest(one, two);
        }
        return Geodesic.WGS84.Inverse(nearest[0].y, nearest[0].x, nearest[1].y, nearest[1].x).s12;
    }

    private static Coordinate[] nearest(Geometry one, Geometry two) {
        Envelope both = new Envelope(one.getEnvelopeInternal());
        both.expandToInclude(two.getEnvelopeInternal());
        double narrower = narrower(both.centre().y);
        var flat = AffineTransformation.scaleInstance(narrower, 1);
        Coordinate[] found = DistanceOp.nearestPoints(flat.transform(one), flat.transform(two));
        for (Coordinate each : found) {
            each.x /= narrower;
        }
        return found;
    }

    /// How much shorter a degree of longitude is there than one of latitude.
    private static double narrower(double latitude) {
        double squared = 0.00669437999014;
        double sine = Math.sin(Math.toRadians(latitude));
        double along = (1 - squared) / (1 - squared * sine * sine);
        return Math.max(1e-6, Math.cos(Math.toRadians(latitude)) / along);
    }

    /// A rectangle that holds all within a distance of a geometry, and a little more.
    public static Envelope around(Geometry geometry, double metres) {
        Envelope envelope = new Envelope(geometry.getEnvelopeInternal());
        double latitudes = metres / METRES_A_DEGREE;
        double furthest =
                Math.min(89.9, Math.max(Math.abs(envelope.getMinY()), Math.abs(envelope.getMaxY())) + latitudes);
        envelope.expandBy(Math.min(360, latitudes / Math.cos(Math.toRadians(furthest)) * 1.02), latitudes * 1.02);
        return envelope;
    }
}
