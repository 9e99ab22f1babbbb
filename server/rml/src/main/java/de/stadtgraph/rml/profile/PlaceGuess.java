package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.geo.Extent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds where the things are: a geometry in one field, or two fields of coordinates. Stateless.
final class PlaceGuess {
    private static final Pattern EAST = Pattern.compile(
            "(.*[^a-z])?(x|lon|lng|long|longitude|laenge|länge|laengengrad|längengrad|rechtswert|rw|ost|easting|xcoord|x_?koord.*|pt_lon|utm_?x)([^a-z].*)?|.*_lon");
    private static final Pattern NORTH = Pattern.compile(
            "(.*[^a-z])?(y|lat|latitude|breite|breitengrad|hochwert|hw|nord|northing|ycoord|y_?koord.*|pt_lat|utm_?y)([^a-z].*)?|.*_lat");

    /// @param field a geometry, or the east coordinate
    /// @param north the other half of a point, or -1
    /// @param crs empty where nothing tells
    record Place(int field, int north, String crs) {}

    private PlaceGuess() {}

    /// All places, the best first: further ones are copies of it.
    static List<Place> of(List<FieldProfile> fields) {
        List<Place> shapes = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).isMostly(ValueForm.GEOJSON)
                        || fields.get(i).isMostly(ValueForm.WKT)
                        || fields.get(i).isMostly(ValueForm.EWKB))
                .mapToObj(i -> new Place(i, -1, shapeCrs(fields.get(i))))
                .sorted(java.util.Comparator.comparing(
                        (Place place) -> !fields.get(place.field()).isMostly(ValueForm.GEOJSON)
                                || place.crs().isEmpty()))
                .toList();
        Optional<Place> pair = pair(fields);
        return pair.map(point -> java.util.stream.Stream.concat(shapes.stream(), java.util.stream.Stream.of(point))
                        .toList())
                .orElse(shapes);
    }

    private static Optional<Place> pair(List<FieldProfile> fields) {
        OptionalInt east = named(fields, EAST);
        OptionalInt north = named(fields, NORTH);
        if (east.isEmpty() || north.isEmpty() || east.getAsInt() == north.getAsInt()) {
            return byRange(fields);
        }
        return Optional.of(point(fields, east.getAsInt(), north.getAsInt()));
    }

    private static OptionalInt named(List<FieldProfile> fields, Pattern pattern) {
        return IntStream.range(0, fields.size())
                .filter(i -> isCoordinate(fields.get(i)))
                .filter(i -> pattern.matcher(simple(fields.get(i).name())).matches())
                .findFirst();
    }

    /// Metres of a zone of Gauss-Krüger or UTM that Germany lies in: no other numbers look like them.
    private static Optional<Place> byRange(List<FieldProfile> fields) {
        OptionalInt east = IntStream.range(0, fields.size())
                .filter(i -> isCoordinate(fields.get(i))
                        && isBetween(fields.get(i), 280_000, 920_000)
                        && fields.get(i).count(ValueForm.DECIMAL_POINT)
                                        + fields.get(i).count(ValueForm.DECIMAL_COMMA)
                                > 0)
                .findFirst();
        OptionalInt north = IntStream.range(0, fields.size())
                .filter(i -> isCoordinate(fields.get(i)) && isBetween(fields.get(i), 5_200_000, 6_200_000))
                .findFirst();
        return east.isPresent() && north.isPresent()
                ? Optional.of(point(fields, east.getAsInt(), north.getAsInt()))
                : Optional.empty();
    }

    /// The one with the larger numbers is north in metres; in degrees Germany lies north of 45 and east of 3.
    private static Place point(List<FieldProfile> fields, int east, int north) {
        FieldProfile x = fields.get(east);
        FieldProfile y = fields.get(north);
        String crs = crs(x.least(), x.most(), y.least(), y.most());
        String swapped = crs(y.least(), y.most(), x.least(), x.most());
        return crs.isEmpty() && !swapped.isEmpty() ? new Place(north, east, swapped) : new Place(east, north, crs);
    }

    private static boolean isCoordinate(FieldProfile field) {
        return field.several() <= 1
                && !Double.isNaN(field.least())
                && field.isMostly(
                        ValueForm.INTEGER,
                        ValueForm.DECIMAL_POINT,
                        ValueForm.DECIMAL_COMMA,
                        ValueForm.UNCLEAR_POINT,
                        ValueForm.UNCLEAR_COMMA);
    }

    private static boolean isBetween(FieldProfile field, double least, double most) {
        return field.least() >= least && field.most() <= most;
    }

    /// The system whose range in Germany and its neighbours holds the box.
    static String crs(double west, double east, double south, double north) {
        if (Double.isNaN(west) || Double.isNaN(south)) {
            return "";
        }
        if (west >= 2 && east <= 20 && south >= 44 && north <= 58) {
            return "CRS84";
        }
        boolean metric = south >= 5_200_000 && north <= 6_200_000;
        if (metric && west >= 280_000 && east <= 920_000) {
            return "EPSG:25832";
        }
        for (int zone = 2; zone <= 5; zone++) {
            if (metric && west >= zone * 1e6 + 200_000 && east <= zone * 1e6 + 800_000) {
                return "EPSG:3146" + (zone + 4);
            }
        }
        return west >= 300_000 && east <= 2_300_000 && south > 5_400_000 && north < 8_000_000 ? "EPSG:3857" : "";
    }

    /// The system of a geometry's coordinates.
    private static String shapeCrs(FieldProfile field) {
        return Extent.of(field.shapes())
                .map(box -> crs(box.west(), box.east(), box.south(), box.north()))
                .orElse(field.isMostly(ValueForm.GEOJSON) ? "CRS84" : "");
    }

    private static String simple(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst(".*[./]", "")
                .replace("@", "")
                .strip();
    }
}
