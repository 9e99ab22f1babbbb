package de.stadtgraph.snapshot.arq;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of dates have ARQ's terms, whether the date's id holds it or not.
class DatePartsTest {
    private static final int DATES = 400;
    private static final List<String> ODD = List.of(
            "0001-01-01T00:00:00",
            "9999-12-31T23:59:59.999",
            "1583-01-01T00:00:00Z",
            "1582-10-15T08:09:10Z",
            "1969-12-31T23:59:59Z",
            "2024-02-29T00:30:00+14:00",
            "2024-03-01T00:30:00-14:00",
            "2024-02-30T00:00:00",
            "2024-01-01T24:00:00",
            "-0044-03-15T12:00:00Z",
            "12024-01-01T00:00:00",
            "2024-06-07T08:09:10.1234Z",
            "yesterday");
    private static final IndexedGraph GRAPH = graph();

    @TempDir
    static Path folder;

    private static IndexedGraph graph() {
        Random random = new Random(3);
        List<Node> dates = new ArrayList<>();
        for (int i = 0; i < DATES; i++) {
            String day =
                    "%04d-%02d-%02d".formatted(1 + random.nextInt(i % 2 == 0 ? 9998 : 2400), 1 + i % 12, 1 + i % 28);
            String time = "T%02d:%02d:%02d".formatted(i % 24, random.nextInt(60), random.nextInt(60));
            String zone = List.of("", "Z", "+02:00", "-11:30", ".5Z").get(i % 5);
            dates.add(NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
            dates.add(NodeFactory.createLiteralDT(day + time + zone, XSDDatatype.XSDdateTime));
        }
        for (String odd : ODD) {
            dates.add(NodeFactory.createLiteralDT(odd, XSDDatatype.XSDdateTime));
            dates.add(NodeFactory.createLiteralDT(odd.replaceAll("T.*", ""), XSDDatatype.XSDdate));
        }
        dates.add(NodeFactory.createLiteralDT("2024", XSDDatatype.XSDgYear));
        dates.add(NodeFactory.createLiteralDT("07:08:09", XSDDatatype.XSDtime));
        dates.add(NodeFactory.createLiteralDT("P2Y3DT4H5M", XSDDatatype.XSDduration));
        dates.add(NodeFactory.createLiteralString("2024-01-01"));
        IndexedGraph graph = new IndexedGraph();
        for (int i = 0; i < dates.size(); i++) {
            graph.add(IndexedGraph.node("thing/" + i), "date", dates.get(i));
        }
        return graph;
    }

    @ParameterizedTest
    @ValueSource(strings = {"YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TZ"})
    void parts_are_those_of_ARQ(String part) throws IOException {
        GRAPH.check("SELECT ?s ?p { ?s <http://example/date> ?d BIND(" + part + "(?d) AS ?p) }", folder);
        GRAPH.check(
                "SELECT ?p (COUNT(*) AS ?n) { ?s <http://example/date> ?d FILTER(isLiteral(?d)) } GROUP BY (" + part
                        + "(?d) AS ?p)",
                folder);
    }
}
