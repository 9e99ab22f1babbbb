package de.stadtgraph.http;

import java.util.List;
import java.util.Locale;

/// The part of the city's drawing that is shown: all of it, or where a few points lie. Immutable.
///
/// @param box the `viewBox` of the drawing
/// @param radius of a point, so that it looks as large in any part
public record MapView(String box, String radius) {
    private static final double MARGIN = 8;
    private static final double RADIUS = 4.5;

    /// The smallest part, as a share of the city: what lies within a few hundred metres.
    private static final double SMALLEST = 1.0 / 12;

    /// From that share on, the city is shown.
    private static final double MOST = 0.6;

    private static final double AROUND = 1.25;

    static MapView whole(double width, double height) {
        return new MapView(box(-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN), radius(1));
    }

    /// The part in which points lie, of the same form as the whole.
    static MapView around(List<CityMap.Shape> points, double width, double height) {
        if (points.isEmpty()) {
            return whole(width, height);
        }
        double west = points.stream().mapToDouble(MapView::x).min().orElseThrow();
        double east = points.stream().mapToDouble(MapView::x).max().orElseThrow();
        double north = points.stream().mapToDouble(MapView::y).min().orElseThrow();
        double south = points.stream().mapToDouble(MapView::y).max().orElseThrow();
        double share = Math.max(SMALLEST, AROUND * Math.max((east - west) / width, (south - north) / height));
        if (share > MOST) {
            return whole(width, height);
        }
        double left = (west + east - share * width) / 2;
        double top = (north + south - share * height) / 2;
        return new MapView(box(left, top, share * width, share * height), radius(share));
    }

    private static double x(CityMap.Shape point) {
        return Double.parseDouble(point.x());
    }

    private static double y(CityMap.Shape point) {
        return Double.parseDouble(point.y());
    }

    private static String box(double left, double top, double width, double height) {
        return String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", left, top, width, height);
    }

    private static String radius(double share) {
        return String.format(Locale.ROOT, "%.2f", RADIUS * share);
    }
}
