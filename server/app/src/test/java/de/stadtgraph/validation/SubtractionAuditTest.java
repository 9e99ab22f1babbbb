package de.stadtgraph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class SubtractionAuditTest {
    private static final Graph NONE = GraphFactory.createDefaultGraph();
    private static final String PREFIXES = """
            @prefix jmo: <https://data.jena.de/def/municipal#> .
            @prefix qb: <http://purl.org/linked-data/cube#> .
            @prefix d: <http://purl.org/linked-data/sdmx/2009/dimension#> .
            @prefix m: <http://purl.org/linked-data/sdmx/2009/measure#> .
            @prefix a: <http://purl.org/linked-data/sdmx/2009/attribute#> .
            @prefix c: <http://purl.org/linked-data/sdmx/2009/code#> .
            @prefix : <https://city.example/id/> .
            :cube jmo:countMeasure m:obsValue ; jmo:minimumCellCount 3 .
            """;
    private static final String SECRET = "a:confStatus c:confStatus-C";

    @Test
    void theDifferenceTellsWhatTheRuleSays() {
        assertThat(gives(10, 8, -1)).as("one part alone").isTrue();
        assertThat(gives(10, 8, -1, -1)).as("two parts of 1").isTrue();
        assertThat(gives(10, 6, -1, -1))
                .as("two parts of 2, the largest hidden")
                .isTrue();
        assertThat(gives(10, 7, -1, -1)).as("1 and 2, or 2 and 1").isFalse();
        assertThat(gives(10, 8, 0, 0))
                .as("zeros are hidden where none is marked")
                .isTrue();
        assertThat(gives(10, 10, 0)).as("a zero that is one").isFalse();
        assertThat(gives(10, 3, -1, 0)).as("one marked; the zero is a zero").isTrue();
    }

    private static boolean gives(long total, long... parts) {
        List<OptionalLong> values = java.util.Arrays.stream(parts)
                .mapToObj(part -> part < 0 ? OptionalLong.empty() : OptionalLong.of(part))
                .toList();
        return Subtraction.of(total, values).gives(3);
    }

    @Test
    void aCellThatAnEarlierReleaseShowsIsNoSecret() {
        String now = cell("x", "1", SECRET) + cell("y", "2", SECRET) + cell("z", "3", "m:obsValue 9");
        String before = cell("x", "1", "m:obsValue 2") + cell("y", "2", SECRET);
        assertThat(audit(now, List.of(before))).containsExactly("P5 1");
        assertThat(audit(now, List.of(cell("y", "2", SECRET)))).isEmpty();
    }

    @Test
    void aTotalOfAnEarlierReleaseGivesThePartsOfThisOneAway() {
        String parts = cell("x", "1", SECRET) + cell("y", "2", "m:obsValue 7");
        String now = parts + cell("t", "0", SECRET + " ; jmo:isTotalOf :x , :y");
        String before = cell("t", "0", "m:obsValue 9");
        assertThat(audit(now, List.of(before))).contains("P5 1");
        assertThat(audit(now, List.of())).isEmpty();
    }

    @Test
    void areasOfAnotherDivisionThatAreMadeOfTheSameAreasGiveCellsAway() {
        String overlaps = """
                :o1 jmo:overlapFrom :d1 ; jmo:overlapTo :north ; jmo:areaShare 1.0 .
                :o2 jmo:overlapFrom :d2 ; jmo:overlapTo :north ; jmo:areaShare 0.9995 .
                :o3 jmo:overlapFrom :d3 ; jmo:overlapTo :south ; jmo:areaShare 0.6 .
                """;
        String open = cell("a1", "d1", "m:obsValue 5", "2015")
                + cell("a2", "d2", "m:obsValue 6", "2015")
                + cell("n1", "north", "m:obsValue 11", "2015");
        String hidden = cell("b1", "d1", SECRET, "2016")
                + cell("b2", "d2", "m:obsValue 6", "2016")
                + cell("n2", "north", "m:obsValue 8", "2016");
        assertThat(audit(open + hidden, List.of(), overlaps)).containsExactly("P5 1");
        assertThat(audit(open + hidden, List.of(), "")).isEmpty();
        String differing = open.replace("obsValue 11", "obsValue 12");
        assertThat(audit(differing + hidden, List.of(), overlaps))
                .as("another population")
                .isEmpty();
    }

    @Test
    void zerosBesideThreesWithoutOnesAndTwosAreWarnedOf() {
        String silent = cell("x", "1", "m:obsValue 0") + cell("y", "2", "m:obsValue 3");
        assertThat(audit(silent, List.of())).containsExactly("P4b 1");
        assertThat(audit(silent + cell("z", "3", "m:obsValue 2"), List.of())).isEmpty();
    }

    @Test
    void aMissingValueIsASentenceWithNumbers() {
        StringBuilder cells = new StringBuilder();
        for (int district = 1; district <= 41; district++) {
            for (int year : List.of(2016, 2017)) {
                boolean missing = year == 2017 && district <= 7;
                cells.append(missing ? "" : """
                        <https://city.example/id/observation/%1$d-%2$d> qb:dataSet :cube ; m:obsValue 9 ;
                          d:refArea <https://city.example/id/statistical-district/%1$d> ; d:refPeriod "%2$d" .
                        """.formatted(district, year));
            }
        }
        var measured =
                new DataMeasurements(new Described(graph(PREFIXES + cells), NONE), "https://city.example/", _ -> true);
        assertThat(measured.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message().de()).isEqualTo("7 von 41 Bezirken haben keinen Wert für 2017.");
            assertThat(finding.message().en()).isEqualTo("7 of 41 districts have no value for 2017.");
            assertThat(finding.cells()).hasSize(5);
        });
        assertThat(measured.measurements())
                .filteredOn(measurement -> measurement.metric().equals("cube-cells"))
                .singleElement()
                .satisfies(cellsThere -> {
                    assertThat(cellsThere.numerator()).isEqualTo(75);
                    assertThat(cellsThere.denominator()).isEqualTo(82);
                });
    }

    private static String cell(String name, String area, String rest) {
        return cell(name, area, rest, "2016");
    }

    private static String cell(String name, String area, String rest, String period) {
        return ":%s qb:dataSet :cube ; d:refArea :%s ; d:refPeriod \"%s\" ; %s .\n".formatted(name, area, period, rest);
    }

    private static List<String> audit(String now, List<String> earlier) {
        return audit(now, earlier, "");
    }

    private static List<String> audit(String now, List<String> earlier, String areas) {
        return new SubtractionAudit(
                        described(now),
                        earlier.stream().map(SubtractionAuditTest::described).toList(),
                        List.of(),
                        graph(PREFIXES + areas))
                .findings().stream()
                        .map(finding -> finding.rule() + " " + finding.count())
                        .toList();
    }

    private static Described described(String cells) {
        return new Described(graph(PREFIXES + cells), NONE);
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
