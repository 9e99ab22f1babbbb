package de.stadtgraph.rdf;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A WKT literal in CRS84 as a GeoJSON geometry (RFC 7946, section 3.1): longitude first, the numbers as they are
/// written. What is no such literal gives nothing. Used once.
public final class GeoJsonGeometry {
    /// What a kind of geometry is called, and how many lists are around a position.
    private record Kind(String name, int depth) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "POINT", new Kind("Point", 0),
            "LINESTRING", new Kind("LineString", 1),
            "MULTIPOINT", new Kind("MultiPoint", 1),
            "POLYGON", new Kind("Polygon", 2),
            "MULTILINESTRING", new Kind("MultiLineString", 2),
            "MULTIPOLYGON", new Kind("MultiPolygon", 3));
    private static final Pattern FORM = Pattern.compile(
            "(?s)\\s*(?:<http://www\\.opengis\\.net/def/crs/OGC/1\\.3/CRS84>\\s*)?([A-Za-z]+)\\s*(?:Z\\s*)?(\\(.*\\))\\s*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

    private final String text;
    private final StringBuilder json;
    private int at;

    private GeoJsonGeometry(String text, StringBuilder json) {
        this.text = text;
        this.json = json;
    }

    /// The geometry as JSON.
    public static Optional<String> of(String wkt) {
        Matcher form = FORM.matcher(wkt);
        Kind kind = form.matches() ? KINDS.get(form.group(1).toUpperCase(Locale.ROOT)) : null;
        if (kind == null) {
            return Optional.empty();
        }
        var json = new StringBuilder("{\"type\":\"" + kind.name + "\",\"coordinates\":");
        var geometry = new GeoJsonGeometry(form.group(2), json);
        boolean good = kind.depth == 0 ? geometry.bracketedPosition() : geometry.list(kind.depth);
        return good && geometry.isAtEnd() ? Optional.of(json.append('}').toString()) : Optional.empty();
    }

    private boolean isAtEnd() {
        return at == text.length();
    }

    /// `(a, b, …)` where each member is a list of one depth less, or a position.
    private boolean list(int depth) {
        if (!taken('(')) {
            return false;
        }
        json.append('[');
        boolean good = member(depth);
        while (good && taken(',')) {
            json.append(',');
            good = member(depth);
        }
        json.append(']');
        return good && taken(')');
    }

    private boolean member(int depth) {
        return depth > 1 ? list(depth - 1) : position();
    }

    /// A position in brackets of its own: a point, and each member of a MULTIPOINT may be one.
    private boolean bracketedPosition() {
        return taken('(') && numbers() && taken(')');
    }

    private boolean position() {
        skipSpace();
        boolean isBracketed = !isAtEnd() && text.charAt(at) == '(';
        return isBracketed ? bracketedPosition() : numbers();
    }

    private boolean numbers() {
        int start = at;
        while (!isAtEnd() && "(),".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String[] numbers = text.substring(start, at).strip().split("\\s+", -1);
        json.append('[');
        for (int i = 0; i < numbers.length; i++) {
            if (!NUMBER.matcher(numbers[i]).matches()) {
                return false;
            }
            json.append(i == 0 ? "" : ",").append(number(numbers[i]));
        }
        json.append(']');
        return numbers.length > 1;
    }

    private static String number(String written) {
        return JSON_NUMBER.matcher(written).matches() ? written : Double.toString(Double.parseDouble(written));
    }

    private boolean taken(char expected) {
        skipSpace();
        boolean there = !isAtEnd() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void skipSpace() {
        while (!isAtEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
