package de.stadtgraph.publication;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns WKT in CRS84 into a GeoJSON geometry by rewriting brackets and blanks; the coordinates stay as they are
/// written.
/// Stateless. What it does not know gives nothing.
final class WktToGeoJson {
    private static final Map<String, String> TYPES = Map.of(
            "POINT", "Point",
            "LINESTRING", "LineString",
            "POLYGON", "Polygon",
            "MULTIPOINT", "MultiPoint",
            "MULTILINESTRING", "MultiLineString",
            "MULTIPOLYGON", "MultiPolygon");
    private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z]+)\\s*(\\([-+0-9.eE,()\\s]+\\))\\s*");
    private static final Pattern PAIR = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s+(-?[0-9]+(?:\\.[0-9]+)?)");

    private WktToGeoJson() {}

    static Optional<String> convert(String wkt) {
        Matcher form = FORM.matcher(wkt);
        if (!form.matches()) {
            return Optional.empty();
        }
        String type = TYPES.get(form.group(1).toUpperCase(Locale.ROOT));
        if (type == null) {
            return Optional.empty();
        }
        String pairs = PAIR.matcher(form.group(2)).replaceAll("[$1,$2]").replaceAll("\\s+", "");
        String nested = pairs.replace('(', '[').replace(')', ']');
        // A point's bracket holds one pair, which stands for itself; so does each pair of a MULTIPOINT in brackets.
        String coordinates = type.equals("Point")
                ? nested.substring(1, nested.length() - 1)
                : type.equals("MultiPoint")
                        ? nested.replace("[[[", "[[").replace("]]]", "]]").replace("]],[[", "],[")
                        : nested;
        boolean good = coordinates.startsWith("[") && coordinates.matches("[\\[\\]0-9.,-]+");
        return good ? Optional.of("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}") : Optional.empty();
    }
}
