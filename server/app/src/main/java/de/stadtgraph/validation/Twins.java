package de.stadtgraph.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Points of one type that lie within a metre of each other. Points are sorted into squares of a metre, so that only
/// neighbours are compared. Not thread-safe; holds all points.
final class Twins {
    private static final Pattern POINT = Pattern.compile("POINT\\s*\\((-?[0-9.]+)\\s+(-?[0-9.]+)\\)");
    private static final double METRES_PER_DEGREE = 111_320;

    private final Map<String, List<double[]>> squares = new HashMap<>();
    private final List<Placed> points = new ArrayList<>();

    /// Length of a degree of longitude against one of latitude, where the points are; a city is small.
    private double parallel = 1;

    private record Placed(String type, double east, double north) {}

    /// @return whether the text is a point
    boolean add(String type, String wkt) {
        Matcher point = POINT.matcher(wkt);
        if (!point.matches()) {
            return false;
        }
        double latitude = Double.parseDouble(point.group(2));
        if (points.isEmpty()) {
            parallel = Math.cos(Math.toRadians(latitude));
        }
        double north = latitude * METRES_PER_DEGREE;
        double east = Double.parseDouble(point.group(1)) * METRES_PER_DEGREE * parallel;
        points.add(new Placed(type, east, north));
        squares.computeIfAbsent(square(type, (long) Math.floor(east), (long) Math.floor(north)), _ -> new ArrayList<>())
                .add(new double[] {east, north});
        return true;
    }

    long all() {
        return points.size();
    }

    long alone() {
        return points.stream().filter(point -> neighbours(point) == 1).count();
    }

    /// Points within a metre, the point itself among them.
    private long neighbours(Placed point) {
        long near = 0;
        for (int right = -1; right <= 1; right++) {
            for (int up = -1; up <= 1; up++) {
                String square =
                        square(point.type, (long) Math.floor(point.east) + right, (long) Math.floor(point.north) + up);
                for (double[] other : squares.getOrDefault(square, List.of())) {
                    near += Math.hypot(other[0] - point.east, other[1] - point.north) <= 1 ? 1 : 0;
                }
            }
        }
        return near;
    }

    private static String square(String type, long east, long north) {
        return type + " " + east + " " + north;
    }
}
