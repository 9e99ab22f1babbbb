package de.stadtgraph.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Geometries from WKT to GeoJSON.
class GeoJsonGeometryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT(11.58 50.930)|Point|[11.58,50.930]",
                "point Z (1 2 3)|Point|[1,2,3]",
                "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT (1 2)|Point|[1,2]",
                "LINESTRING(1 2, -3 4e-2)|LineString|[[1,2],[-3,4e-2]]",
                "POLYGON((1 2, 3 4.50, 5 6, 1 2))|Polygon|[[[1,2],[3,4.50],[5,6],[1,2]]]",
                "MULTIPOINT((1 2),(3 4))|MultiPoint|[[1,2],[3,4]]",
                "MULTIPOINT(1 2, 3 4)|MultiPoint|[[1,2],[3,4]]",
                "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))|MultiPolygon|[[[[0,0],[1,0],[1,1],[0,0]]]]",
            })
    void numbersStayAsTheyAreWritten(String wkt, String type, String coordinates) {
        assertThat(GeoJsonGeometry.of(wkt)).contains("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}");
    }

    @Test
    void numbersThatJsonDoesNotKnowAreRewritten() {
        assertThat(GeoJsonGeometry.of("POINT(+1 .5)")).contains("{\"type\":\"Point\",\"coordinates\":[1.0,0.5]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POINT EMPTY",
                "CIRCLE(1 2)",
                "POINT(1)",
                "POINT(1 x)",
                "POINT(1 2",
                "POINT(1 2))",
                "POINT((1 2))",
                "POINT(1 2) POINT(3 4)",
                "LINESTRING(1 2,)",
                "POLYGON(1 2, 3 4)",
                "POLYGON(((1 2, 3 4)))",
                "LINESTRING(1 2, \"}, 3 4)",
                "<http://www.opengis.net/def/crs/EPSG/0/25832> POINT(1 2)",
            })
    void whatIsNoGeometryInCrs84GivesNothing(String other) {
        assertThat(GeoJsonGeometry.of(other)).isEmpty();
    }
}
