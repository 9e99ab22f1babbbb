package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/// A real GeoJSON file that holds each point twice: in degrees, and in metres of EPSG:25832.
class ParkingTest {
    private static final Path FOLDER = Path.of("src/test/resources/parking");
    private static final double MILLIMETRE_IN_DEGREES = 1 / 111_000_000.0;

    @Test
    void everyFacilityIsMapped() throws Exception {
        Path file = Material.path("jena/parken/jena.geojson");
        Mapping mapping = Mapping.read(FOLDER.resolve("mapping.ttl"), new Sources(FOLDER, Map.of("", file)));
        var types = new CodeList("parking-type", Map.of("Parkplatz", "https://data.example.org/kos/parking-type/lot"));
        Mapped mapped = Mapped.run(mapping, Mapped.OPTIONS.withCodeLists(Map.of("parking-type", types)));
        assertThat(mapped.source().read()).isEqualTo(103);
        assertThat(mapped.source().mapped()).isEqualTo(103);
        assertThat(mapped.lines())
                .contains("<https://data.example.org/id/parking/185#geometry>"
                        + " <http://www.opengis.net/ont/geosparql#asWKT> \"POINT(11.5859544 50.9284917)\""
                        + "^^<http://www.opengis.net/ont/geosparql#wktLiteral> .");
        assertThat(mapped.report().unmappedCodes().get("parking-type"))
                .isNotEmpty()
                .doesNotContainKey("Parkplatz");
        assertThat(mapped.source().fields())
                .extracting(FieldUse::field)
                .contains("properties.gid", "geometry.coordinates[*]", "properties.the_geom.coordinates[*]");
        assertThat(mapped.source().fields())
                .filteredOn(FieldUse::used)
                .extracting(FieldUse::field)
                .contains("geometry.coordinates[*]", "properties.id")
                .doesNotContain("properties.gid", "properties.the_geom.coordinates[*]");
    }

    @Test
    void metresBecomeTheDegreesThatTheCityPublishes() throws Exception {
        List<Coordinate> points = new ArrayList<>();
        try (JsonParser parser = new JsonFactory()
                .createParser(Material.path("jena/parken/jena.geojson").toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY && "coordinates".equals(parser.currentName())) {
                    parser.nextToken();
                    double x = parser.getDoubleValue();
                    parser.nextToken();
                    points.add(new Coordinate(x, parser.getDoubleValue()));
                }
            }
        }
        assertThat(points).hasSize(206);
        var crs = de.stadtgraph.rml.geo.Crs.named("EPSG:25832").orElseThrow();
        for (int i = 0; i < points.size(); i += 2) {
            Coordinate degrees = crs.toDegrees(points.get(i + 1));
            assertThat(degrees.x).isCloseTo(points.get(i).x, within(MILLIMETRE_IN_DEGREES));
            assertThat(degrees.y).isCloseTo(points.get(i).y, within(MILLIMETRE_IN_DEGREES));
        }
    }
}
