package de.stadtgraph.snapshot.geo;

import org.locationtech.jts.geom.Envelope;

/// A rectangle of longitudes and latitudes in units of 10⁻⁷ degree (about a centimetre), never smaller than what it
/// was made of.
///
/// @param west smallest longitude
/// @param south smallest latitude
/// @param east largest longitude
/// @param north largest latitude
public record Box(int west, int south, int east, int north) {
    private static final double SCALE = 1e7;

    /// The box of an envelope that is not empty.
    public static Box of(Envelope envelope) {
        return new Box(
                down(envelope.getMinX()), down(envelope.getMinY()), up(envelope.getMaxX()), up(envelope.getMaxY()));
    }

    private static int down(double degrees) {
        return (int) Math.floor(degrees * SCALE);
    }

    private static int up(double degrees) {
        return (int) Math.ceil(degrees * SCALE);
    }

    boolean touches(Box other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    Box and(Box other) {
        return new Box(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }
}
