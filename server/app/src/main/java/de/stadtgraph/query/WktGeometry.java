package de.stadtgraph.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a WKT literal in CRS84 as a GeoJSON geometry: the brackets and numbers stay as they are, longitude first.
/// What is no such literal becomes null. Used once.
final class WktGeometry {
    private static final Map<String, String> TYPES = Map.of(
            "POINT", "Point",
            "LINESTRING", "LineString",
            "POLYGON", "Polygon",
            "MULTIPOINT", "MultiPoint",
            "MULTILINESTRING", "MultiLineString",
            "MULTIPOLYGON", "MultiPolygon");
    private static final Map<String, Integer> DEPTH =
            Map.of("POINT", 0, "LINESTRING", 1, "MULTIPOINT", 1, "POLYGON", 2, "MULTILINESTRING", 2, "MULTIPOLYGON", 3);
    private static final Pattern FORM = Pattern.compile(
            "(?s)\\s*(?:<http://www\\.opengis\\.net/def/crs/OGC/1\\.3/CRS84>\\s*)?([A-Za-z]+)\\s*(?:Z\\s*)?(\\(.*\\))\\s*");

    private final String text;
    private final JsonGenerator json;
    private int at;

    private WktGeometry(String text, JsonGenerator json) {
        this.text = text;
        this.json = json;
    }

    static void write(String wkt, JsonGenerator json) throws IOException {
        Matcher form = FORM.matcher(wkt);
        String type = form.matches() ? form.group(1).toUpperCase(Locale.ROOT) : "";
        int depth = DEPTH.getOrDefault(type, -1);
        if (depth < 0 || !isWellFormed(form.group(2), depth)) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", TYPES.get(type));
        json.writeFieldName("coordinates");
        var geometry = new WktGeometry(form.group(2), json);
        if (type.equals("POINT")) {
            geometry.at = 1;
            geometry.position();
        } else {
            geometry.list(depth);
        }
        json.writeEndObject();
    }

    /// Only numbers between brackets of the right depth. A MULTIPOINT may have brackets around each point.
    private static boolean isWellFormed(String text, int depth) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
            } else if ("0123456789+-.eE, \t\r\n".indexOf(c) < 0) {
                return false;
            }
            if (open < 0 || open > depth + 1) {
                return false;
            }
        }
        return open == 0;
    }

    /// `(a, b, …)` where each member is a list of one depth less, or a position.
    private void list(int depth) throws IOException {
        json.writeStartArray();
        at++;
        while (at < text.length() && text.charAt(at) != ')') {
            char c = text.charAt(at);
            if (c == ',' || Character.isWhitespace(c)) {
                at++;
            } else if (depth > 1 && c == '(') {
                list(depth - 1);
            } else {
                bracketedPosition();
            }
        }
        at++;
        json.writeEndArray();
    }

    private void bracketedPosition() throws IOException {
        boolean bracket = text.charAt(at) == '(';
        at += bracket ? 1 : 0;
        position();
        at += bracket ? 1 : 0;
    }

    private void position() throws IOException {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ')') {
            at++;
        }
        json.writeStartArray();
        for (String number : text.substring(start, at).strip().split("\\s+", -1)) {
            if (number.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,3})?")) {
                json.writeNumber(Double.parseDouble(number));
            }
        }
        json.writeEndArray();
    }
}
