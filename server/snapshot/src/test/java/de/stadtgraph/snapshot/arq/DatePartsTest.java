package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
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
    private static final DatasetGraph MEMORY = memory();

    @TempDir
    static Path folder;

    private static DatasetGraph memory() {
        JenaSystem.init();
        Random random = new Random(3);
        DatasetGraph memory = DatasetGraphFactory.create();
        for (int i = 0; i < DATES; i++) {
            String day =
                    "%04d-%02d-%02d".formatted(1 + random.nextInt(i % 2 == 0 ? 9998 : 2400), 1 + i % 12, 1 + i % 28);
            String time = "T%02d:%02d:%02d".formatted(i % 24, random.nextInt(60), random.nextInt(60));
            String zone = List.of("", "Z", "+02:00", "-11:30", ".5Z").get(i % 5);
            add(memory, NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
            add(memory, NodeFactory.createLiteralDT(day + time + zone, XSDDatatype.XSDdateTime));
        }
        for (String odd : ODD) {
            add(memory, NodeFactory.createLiteralDT(odd, XSDDatatype.XSDdateTime));
            add(memory, NodeFactory.createLiteralDT(odd.replaceAll("T.*", ""), XSDDatatype.XSDdate));
        }
        add(memory, NodeFactory.createLiteralDT("2024", XSDDatatype.XSDgYear));
        add(memory, NodeFactory.createLiteralDT("07:08:09", XSDDatatype.XSDtime));
        add(memory, NodeFactory.createLiteralDT("P2Y3DT4H5M", XSDDatatype.XSDduration));
        add(memory, NodeFactory.createLiteralString("2024-01-01"));
        return memory;
    }

    private static void add(DatasetGraph memory, Node date) {
        Node predicate = NodeFactory.createURI("http://example/date");
        Node subject = NodeFactory.createURI(
                "http://example/thing/" + memory.getDefaultGraph().size());
        memory.add(NodeFactory.createURI("http://example/graph"), subject, predicate, date);
        memory.add(Quad.defaultGraphIRI, subject, predicate, date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TZ"})
    void parts_are_those_of_ARQ(String part) throws IOException {
        check("SELECT ?s ?p { ?s <http://example/date> ?d BIND(" + part + "(?d) AS ?p) }");
        check("SELECT ?p (COUNT(*) AS ?n) { ?s <http://example/date> ?d FILTER(isLiteral(?d)) } GROUP BY (" + part
                + "(?d) AS ?p)");
    }

    private static void check(String text) throws IOException {
        Query query = QueryFactory.create(text);
        List<String> expected = DifferentialRun.inMemory(query, MEMORY);
        assertThat(expected).hasSizeGreaterThan(5);
        Path place = folder.resolve("index");
        if (!place.toFile().exists()) {
            DifferentialRun.build(MEMORY, place);
        }
        try (Snapshot snapshot = Snapshot.open(place)) {
            var answer = new DifferentialRun.Answer();
            assertThat(answer.rows(query, snapshot.dataset(View.union()))).isEqualTo(expected);
            assertThat(answer.left).isEmpty();
        }
    }
}
