package de.stadtgraph.snapshot.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Well-known text, distances on the ellipsoid and the functions of GeoSPARQL.
class GeometriesTest {
    private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";
    private static final String METRE = "http://www.opengis.net/def/uom/OGC/1.0/metre";

    static {
        JenaSystem.init();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POINT",
                "POINT (1)",
                "POINT (a b)",
                "CIRCLE (1 2)",
                "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT (50.9 11.5)",
                "<http://www.opengis.net/def/crs/EPSG/0/25832> POINT (680000 5640000)",
                "POLYGON ((0 0, 1 1))",
            })
    void what_is_no_geometry_in_crs84_is_refused(String text) {
        assertThatThrownBy(() -> Wkt.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void collections_within_collections_without_end_are_refused() {
        String deep = "GEOMETRYCOLLECTION (".repeat(100_000) + "POINT (1 2)" + ")".repeat(100_000);

        assertThatThrownBy(() -> Wkt.read(deep)).hasMessageContaining("nested");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (11.58 50.92)",
                "  point(11.58 50.92)",
                "POINT Z (11.58 50.92 155)",
                "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT (11.58 50.92)",
                "LINESTRING (11 50, 12.5 51)",
                "MULTIPOINT ((11 50), (12 51), (10 49))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
                "GEOMETRYCOLLECTION (POINT (-3 -4), LINESTRING (1e1 2E0, 3 4))",
            })
    void the_rectangle_of_a_text_is_that_of_its_geometry(String text) {
        assertThat(Wkt.envelope(text)).contains(Wkt.read(text).getEnvelopeInternal());
    }

    @Test
    void a_text_without_numbers_has_no_rectangle() {
        assertThat(Wkt.envelope("POINT EMPTY")).isEmpty();
        assertThat(Wkt.envelope("<http://www.opengis.net/def/crs/EPSG/0/4326> POINT (50 11)"))
                .isEmpty();
    }

    /// Flinders Peak to Buninyon, the worked example of the Geocentric Datum of Australia manual (ellipsoid GRS80,
    /// which
    /// differs from WGS84 by a tenth of a millimetre in an axis).
    @Test
    void the_distance_of_two_points_is_that_of_the_published_example() {
        double one = -(37 + 57 / 60.0 + 3.72030 / 3600);
        double two = -(37 + 39 / 60.0 + 10.15610 / 3600);
        String flinders = "POINT (" + (144 + 25 / 60.0 + 29.52440 / 3600) + " " + one + ")";
        String buninyon = "POINT (" + (143 + 55 / 60.0 + 35.38390 / 3600) + " " + two + ")";

        assertThat(Distances.metres(Wkt.read(flinders), Wkt.read(buninyon))).isCloseTo(54_972.271, within(0.001));
    }

    /// 0.001 degrees of latitude at 51 degrees are 111.25 m, of longitude 70.2 m.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POINT (0.5 51.001); LINESTRING (0 51, 1 51); 111.2",
                "POINT (-0.001 50.5); POLYGON ((0 50, 1 50, 1 51, 0 51, 0 50)); 71.0",
                "POINT (0.5 50.5); POLYGON ((0 50, 1 50, 1 51, 0 51, 0 50)); 0",
            })
    void the_distance_to_a_line_or_an_area_is_the_shortest(String one, String two, double metres) {
        double found = Distances.metres(Wkt.read(one.strip()), Wkt.read(two.strip()));

        assertThat(found).isCloseTo(metres, within(metres * 0.003 + 0.001));
        assertThat(Distances.metres(Wkt.read(two.strip()), Wkt.read(one.strip())))
                .isCloseTo(found, within(0.001));
    }

    @Test
    void whatever_is_near_lies_in_the_rectangle_around() {
        Random random = new Random(31);
        for (int i = 0; i < 20_000; i++) {
            double latitude = random.nextDouble(-80, 80);
            double radius = Math.pow(10, random.nextDouble(0, 5));
            Geometry middle = Wkt.read("POINT (10 " + latitude + ")");
            Envelope around = Distances.around(middle, radius);
            double reach = radius / 60_000;
            Geometry other = Wkt.read("POINT (" + (10 + random.nextDouble(-reach, reach)) + " "
                    + (latitude + random.nextDouble(-reach, reach)) + ")");
            if (Distances.metres(middle, other) <= radius) {
                assertThat(around.contains(other.getCoordinate()))
                        .as("%s of %s, %s m", other, middle, radius)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SF_CONTAINS; POINT (5 5); true",
                "SF_CONTAINS; POINT (0 5); false",
                "SF_TOUCHES; POINT (0 5); true",
                "SF_INTERSECTS; POINT (0 5); true",
                "SF_DISJOINT; POINT (11 5); true",
                "SF_WITHIN; POLYGON ((-1 -1, 11 -1, 11 11, -1 11, -1 -1)); true",
                "SF_OVERLAPS; POLYGON ((5 5, 15 5, 15 15, 5 15, 5 5)); true",
                "SF_CROSSES; LINESTRING (5 5, 15 5); true",
                "SF_EQUALS; POLYGON ((10 10, 0 10, 0 0, 10 0, 10 10)); true",
            })
    void relations_hold_whichever_side_is_known(GeoFunction function, String other, boolean expected) {
        var seen = new Geometries();
        for (int i = 0; i < 3; i++) {
            assertThat(call(function, seen, wkt(SQUARE), wkt(other.strip())).getBoolean())
                    .as("call %d", i)
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_known_side_may_stand_second() {
        var seen = new Geometries();
        for (int i = 0; i < 4; i++) {
            NodeValue inside = wkt("POINT (" + (5 + i) + " 5)");
            assertThat(call(GeoFunction.SF_WITHIN, seen, inside, wkt(SQUARE)).getBoolean())
                    .isTrue();
            assertThat(call(GeoFunction.SF_CONTAINS, new Geometries(), inside, wkt(SQUARE))
                            .getBoolean())
                    .isFalse();
        }
    }

    @Test
    void envelope_and_hull_are_literals_again() {
        NodeValue envelope = call(GeoFunction.ENVELOPE, new Geometries(), wkt("LINESTRING (0 0, 2 3)"));
        NodeValue hull =
                call(GeoFunction.CONVEX_HULL, new Geometries(), wkt("MULTIPOINT ((0 0), (4 0), (1 1), (0 4))"));

        assertThat(Wkt.read(envelope.asNode().getLiteralLexicalForm()).getArea())
                .isEqualTo(6);
        assertThat(Wkt.read(hull.asNode().getLiteralLexicalForm()).getArea()).isEqualTo(8);
        assertThat(envelope.asNode().getLiteralDatatypeURI()).isEqualTo(Wkt.DATATYPE);
    }

    @Test
    void work_is_charged_by_points_of_both() {
        long[] charged = new long[1];
        GeoFunction.SF_INTERSECTS.value(
                List.of(wkt(SQUARE), wkt("LINESTRING (1 1, 2 2)")),
                new Geometries(),
                (one, two) -> charged[0] += one * two);

        assertThat(charged[0]).isEqualTo(10);
    }

    @Test
    void a_bad_argument_is_an_error_of_the_expression() {
        NodeValue text = NodeValue.makeString("POINT (1 2)");
        NodeValue unit = NodeValue.makeNode(NodeFactory.createURI("http://example.org/furlong"));
        NodeValue point = wkt("POINT (1 2)");

        assertThatThrownBy(() -> call(GeoFunction.SF_WITHIN, new Geometries(), text, point))
                .isInstanceOf(ExprEvalException.class);
        assertThatThrownBy(() -> call(GeoFunction.DISTANCE, new Geometries(), point, point, unit))
                .isInstanceOf(ExprEvalException.class)
                .hasMessageContaining("furlong");
        assertThatThrownBy(() -> call(GeoFunction.DISTANCE, new Geometries(), point, wkt("POINT EMPTY"), metre()))
                .isInstanceOf(ExprEvalException.class);
    }

    private static NodeValue call(GeoFunction function, Geometries seen, NodeValue... values) {
        return function.value(List.of(values), seen, (_, _) -> {});
    }

    private static NodeValue metre() {
        return NodeValue.makeNode(NodeFactory.createURI(METRE));
    }

    private static NodeValue wkt(String text) {
        return NodeValue.makeNode(NodeFactory.createLiteralDT(text, NodeFactory.getType(Wkt.DATATYPE)));
    }
}
