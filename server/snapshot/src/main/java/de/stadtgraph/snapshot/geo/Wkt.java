package de.stadtgraph.snapshot.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Well-known text of geometries (OGC 06-103r4, section 7) as `geo:wktLiteral` has it (GeoSPARQL 1.1, section 8.5.1):
/// longitude and latitude in CRS84, which may be named before it. Text in any other system is no geometry here: it is
/// converted when it is mapped. Stateless.
public final class Wkt {
    /// Datatype of the literals.
    public static final String DATATYPE = "http://www.opengis.net/ont/geosparql#wktLiteral";

    private static final String CRS84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>";

    /// Collections within collections that are read.
    private static final int MOST_DEPTH = 20;

    private Wkt() {}

    /// Reads a geometry.
    ///
    /// @throws IllegalArgumentException when it is none in CRS84
    public static Geometry read(String text) {
        String form = withoutSystem(text);
        requireShallow(form);
        try {
            return new WKTReader().read(form);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String withoutSystem(String text) {
        String form = text.strip();
        if (form.startsWith(CRS84)) {
            return form.substring(CRS84.length()).stripLeading();
        }
        if (form.startsWith("<")) {
            throw new IllegalArgumentException("not in CRS84");
        }
        return form;
    }

    private static void requireShallow(String form) {
        int depth = 0;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            depth += c == '(' ? 1 : 0;
            depth -= c == ')' ? 1 : 0;
            if (depth > MOST_DEPTH) {
                throw new IllegalArgumentException("nested too deeply");
            }
        }
    }

    /// Number of points that a text seems to have: one more than its commas.
    public static int points(String text) {
        return 1 + (int) text.chars().filter(c -> c == ',').count();
    }

    /// The rectangle around the numbers of a text, without reading the geometry; nothing when there are none or they
    /// are in another system. What [#read] takes has one, unless it is empty.
    static Optional<Envelope> envelope(String text) {
        String form = text.strip();
        int from = form.startsWith(CRS84) ? CRS84.length() : 0;
        if (from == 0 && form.startsWith("<")) {
            return Optional.empty();
        }
        var envelope = new Envelope();
        for (int at = form.indexOf('(', from); at >= 0 && at < form.length(); at = nextPoint(form, at)) {
            point(form, at + 1, envelope);
        }
        return envelope.isNull() ? Optional.empty() : Optional.of(envelope);
    }

    private static int nextPoint(String form, int at) {
        int next = at + 1;
        while (next < form.length() && form.charAt(next) != '(' && form.charAt(next) != ',') {
            next++;
        }
        return next;
    }

    /// Two numbers behind a bracket or comma.
    private static void point(String form, int start, Envelope envelope) {
        int x = skipSpace(form, start);
        int xEnd = skipNumber(form, x);
        int y = skipSpace(form, xEnd);
        int yEnd = skipNumber(form, y);
        if (xEnd > x && yEnd > y) {
            try {
                envelope.expandToInclude(
                        Double.parseDouble(form.substring(x, xEnd)), Double.parseDouble(form.substring(y, yEnd)));
            } catch (NumberFormatException _) {
                // no point: nothing reads it as one
            }
        }
    }

    private static int skipSpace(String form, int start) {
        int at = start;
        while (at < form.length() && Character.isWhitespace(form.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipNumber(String form, int start) {
        int at = start;
        while (at < form.length() && "+-.0123456789eE".indexOf(form.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
