package de.stadtgraph.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Jmo;
import java.io.StringReader;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class EnrichmentTest {
    private static final String HEAD = """
            PREFIX jmo: <https://data.jena.de/def/municipal#>
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX : <https://data.jena.de/id/>
            """;

    /// Two districts side by side, one Ortsteil that covers the first and a quarter of the second.
    private static final Graph AREAS = graph(HEAD + """
            :d9 a jmo:StatisticalDistrict ; dct:identifier "9" ; geo:hasDefaultGeometry :g9 .
            :g9 geo:asWKT "POLYGON((11.5 50.9,11.6 50.9,11.6 51,11.5 51,11.5 50.9))"^^geo:wktLiteral .
            :d10 a jmo:StatisticalDistrict ; dct:identifier "10" ; geo:hasDefaultGeometry :g10 .
            :g10 geo:asWKT "POLYGON((11.6 50.9,11.7 50.9,11.7 51,11.6 51,11.6 50.9))"^^geo:wktLiteral .
            :o1 a jmo:Ortsteil ; dct:identifier "1" ; geo:hasDefaultGeometry :g1 .
            :g1 geo:asWKT "POLYGON((11.5 50.9,11.625 50.9,11.625 51,11.5 51,11.5 50.9))"^^geo:wktLiteral .
            """);

    @Test
    void aThingKnowsTheAreasItLiesIn() {
        Graph joined = join(thing("inside", "POINT(11.65 50.95)"));
        assertThat(objects(joined, Jmo.WITHIN_DISTRICT)).containsExactly("https://data.jena.de/id/d10");
        assertThat(objects(joined, Jmo.WITHIN_ORTSTEIL)).isEmpty();
    }

    @Test
    void aPointOnABorderGoesToTheSmallerNumber() {
        assertThat(objects(join(thing("border", "POINT(11.6 50.95)")), Jmo.WITHIN_DISTRICT))
                .containsExactly("https://data.jena.de/id/d9");
    }

    @Test
    void aPointOutsideAndABrokenOneGetNothing() {
        assertThat(objects(join(thing("out", "POINT(12 50.95)")), Jmo.WITHIN_DISTRICT))
                .isEmpty();
        assertThat(objects(join(thing("broken", "POINT(abc")), Jmo.WITHIN_DISTRICT))
                .isEmpty();
    }

    @Test
    void sharesOfADistrictSumToOneWhereTheCityIsCovered() {
        List<Triple> overlaps = new AreaOverlaps(new CityIris("https://data.jena.de/")).of(AREAS);
        assertThat(overlaps.stream()
                        .filter(triple -> triple.getPredicate().equals(Jmo.AREA_SHARE))
                        .map(triple -> triple.getObject().getLiteralLexicalForm()))
                // Long straight edges bend in the projection, so a ten-thousandth may be missing.
                .containsExactly("0.9999", "0.25");
        assertThat(overlaps.getFirst().getSubject().getURI())
                .isEqualTo("https://data.jena.de/id/area-overlap/district-9-ortsteil-1");
    }

    @Test
    void areasThatStateTheirOverlapsGetNoOthers() {
        Graph stated = graph(HEAD + ":x a jmo:AreaOverlap .");
        AREAS.find().forEachRemaining(stated::add);
        assertThat(new AreaOverlaps(new CityIris("https://data.jena.de/")).of(stated))
                .isEmpty();
    }

    private static Graph thing(String name, String wkt) {
        return graph(
                HEAD + ":" + name + " geo:hasDefaultGeometry <#g> . <#g> geo:asWKT \"" + wkt + "\"^^geo:wktLiteral .");
    }

    private static Graph join(Graph things) {
        Graph joined = GraphFactory.createDefaultGraph();
        new SpatialJoin(AREAS).of(things).forEach(joined::add);
        return joined;
    }

    private static List<String> objects(Graph graph, Node predicate) {
        return graph.find(Node.ANY, predicate, Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList();
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(turtle))
                .lang(Lang.TURTLE)
                .base("https://data.jena.de/id/x")
                .parse(graph);
        return graph;
    }

    @Test
    void keysSortAsNumbersWhereTheyAreNumbers() {
        assertThat(Area.Key.of("9")).isLessThan(Area.Key.of("10"));
        assertThat(Area.Key.of("10")).isLessThan(Area.Key.of("a"));
    }
}
