package de.stadtgraph.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The coordinates of a WKT literal in CRS84: points, lines and rings, all an outline needs. Immutable.
///
/// @param isPoint whether it is one point
/// @param rings sequences of positions
record Wkt(boolean isPoint, List<List<Position>> rings) {
    private static final Pattern RING = Pattern.compile("\\(([^()]+)\\)");
    private static final int MAXIMUM = 2_000_000;

    /// Longitude and latitude in degrees.
    record Position(double longitude, double latitude) {}

    /// Reads what can be read; an empty list of rings when there is nothing.
    static Wkt parse(String text) {
        List<List<Position>> rings = new ArrayList<>();
        if (text.length() <= MAXIMUM) {
            Matcher matcher = RING.matcher(text);
            while (matcher.find()) {
                List<Position> ring = ring(matcher.group(1));
                if (!ring.isEmpty()) {
                    rings.add(ring);
                }
            }
        }
        return new Wkt(text.strip().toUpperCase(Locale.ROOT).startsWith("POINT"), List.copyOf(rings));
    }

    private static List<Position> ring(String text) {
        List<Position> ring = new ArrayList<>();
        for (String pair : text.split(",", -1)) {
            String[] numbers = pair.strip().split("\\s+", -1);
            if (numbers.length < 2) {
                return List.of();
            }
            try {
                ring.add(new Position(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
            } catch (NumberFormatException _) {
                return List.of();
            }
        }
        return ring;
    }
}
