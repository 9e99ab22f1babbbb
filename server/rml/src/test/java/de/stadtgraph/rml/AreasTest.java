package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real polygons of 60 kB: ring, centre and area, from GeoJSON in degrees and from EWKB in metres.
class AreasTest {
    @TempDir
    private Path folder = Path.of("");

    private static String field(String name, String function, String reference, String crs) {
        return """
                ; rml:field [ rml:fieldName "%s" ; rml:functionExecution [ rml:function sg:%s ;
                  rml:input [ rml:parameter sg:value ; rml:inputValueMap [ rml:reference "%s" ] ] ,
                            [ rml:parameter sg:crs ; rml:inputValue "%s" ] ] ]
                """.formatted(name, function, reference, crs);
    }

    private static String rule(String name) {
        return "; rml:predicateObjectMap [ rml:predicate ex:%1$s ; rml:objectMap [ rml:reference \"%1$s\" ] ]"
                .formatted(name);
    }

    private static double total(Mapped mapped, String property) {
        return mapped.lines().stream()
                .filter(line -> line.contains("/" + property + ">"))
                .mapToDouble(line -> Double.parseDouble(line.replaceFirst("^.*\"(.*)\".*$", "$1")))
                .sum();
    }

    @Test
    void areasOfBothFormsAgree() throws Exception {
        Path file = Material.path("jena/privathaushalte/data/ortsteile.geojson");
        String turtle = """
                <areas> a rml:LogicalSource ; rml:referenceFormulation rml:JSONPath ; rml:iterator "$.features[*]" ;
                  rml:source [ a rml:RelativePathSource ; rml:path "sample.geojson" ] .
                <view> a rml:LogicalView ; rml:viewOn <areas> ;
                  rml:field [ rml:fieldName "key" ; rml:reference "$.properties.id" ]
                """
                + field("wkt", "geometry", "$.geometry", "CRS84")
                + field("centre", "centroid", "$.geometry", "CRS84")
                + field("area", "area", "$.geometry", "CRS84")
                + field("area2", "area", "$.properties.the_geom", "EPSG:25832")
                + """
                . <map> a rml:TriplesMap ; rml:logicalSource <view> ;
                  rml:subjectMap [ rml:template "http://example.org/{key}" ]
                """
                + rule("wkt") + rule("centre") + rule("area") + rule("area2") + " .";
        Path mapping = folder.resolve("mapping.ttl");
        java.nio.file.Files.writeString(mapping, Mapped.PREFIXES + turtle);
        Mapped mapped = Mapped.run(Mapping.read(mapping, new Sources(folder, Map.of("areas", file))), Mapped.OPTIONS);
        assertThat(mapped.source().mapped()).isEqualTo(30);
        assertThat(total(mapped, "area")).isCloseTo(114.77e6, within(0.01e6));
        assertThat(total(mapped, "area2")).isCloseTo(total(mapped, "area"), within(100.0));
        assertThat(mapped.lines().stream().filter(line -> line.contains("\"POINT(11.")))
                .hasSize(30);
        assertThat(mapped.lines().stream().filter(line -> line.contains("\"POLYGON((11.")))
                .hasSize(30);
    }
}
