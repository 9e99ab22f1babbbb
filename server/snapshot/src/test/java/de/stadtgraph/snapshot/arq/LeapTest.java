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

/// Joins of few rows with columns of many blocks: what is leapt over has no partner.
class LeapTest {
    private static final int THINGS = 40_000;
    private static final String NS = "http://example/";
    private static final DatasetGraph MEMORY = memory();

    @TempDir
    static Path folder;

    private static DatasetGraph memory() {
        JenaSystem.init();
        Random random = new Random(11);
        DatasetGraph memory = DatasetGraphFactory.create();
        for (int i = 0; i < THINGS; i++) {
            Node thing = node("thing/" + i);
            int value = random.nextInt(100);
            add(memory, thing, "value", NodeFactory.createLiteralDT("" + value, XSDDatatype.XSDinteger));
            add(memory, thing, "to", node("thing/" + random.nextInt(THINGS)));
            if (i % 977 == 5) {
                add(memory, thing, "to", node("thing/" + random.nextInt(THINGS)));
            }
            if (i < 3_000) {
                String price = 3_400_000_000L + i + ".5";
                add(memory, thing, "price", NodeFactory.createLiteralDT(price, XSDDatatype.XSDdecimal));
            }
            if (i % 5_003 != 7) {
                add(memory, thing, "size", NodeFactory.createLiteralDT("" + value % 7, XSDDatatype.XSDinteger));
            }
            if (random.nextInt(400) == 0 || i > THINGS - 3) {
                add(memory, thing, "rare", node("kind/" + i % 3));
                add(memory, node("kind/" + i % 3), "has", thing);
            }
            if (i > 1_000 && i < 1_200) {
                add(memory, thing, "dense", node("kind/0"));
            }
        }
        return memory;
    }

    private static Node node(String name) {
        return NodeFactory.createURI(NS + name);
    }

    private static void add(DatasetGraph memory, Node subject, String predicate, Node object) {
        memory.add(node("graph"), subject, node(predicate), object);
        memory.add(Quad.defaultGraphIRI, subject, node(predicate), object);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s :rare ?k ; :value ?v",
                "?s :rare ?k ; :value ?v FILTER(?v > 90)",
                "?s :rare <http://example/kind/1> ; :value ?v ; :to ?t FILTER(?v > 50)",
                "?s :dense ?k ; :value ?v ; :to ?t",
                "?s :rare ?k ; :to ?t . ?t :value ?v",
                "?k :has ?s . ?s :value ?v . ?s :to ?t . ?t :to ?u",
                "?s :rare ?k . ?t :to ?s . ?t :value ?v",
                "?s :dense ?k . OPTIONAL { ?t :to ?s . ?t :value 7 }",
                "?s :rare ?k . ?k ?p ?t . ?t :value 7",
                "?s :rare ?k ; :value ?v ; :size ?z FILTER(?v > 50 && ?z = 3)",
                "?s :value ?v ; :to ?t FILTER(STRLEN(STR(?t)) = ?v)",
                "?s :to ?t ; :size ?z ; :value ?v FILTER(STRLEN(STR(?t)) + ?z = ?v + 5)",
                "{ SELECT (SUM(?p) AS ?sum) (AVG(?p) AS ?mean) (COUNT(?p) AS ?n) { ?s :price ?p } }",
                "{ SELECT ?v (SUM(?p) AS ?sum) (AVG(?p) AS ?mean) { ?s :price ?p ; :size ?v } GROUP BY ?v }",
                "?s :value 7 FILTER NOT EXISTS { ?s :rare ?k }",
                "?s :to ?t FILTER NOT EXISTS { ?s :size ?k }",
                "?s :value 7 FILTER EXISTS { ?s :dense ?k }",
                "?s :rare ?k OPTIONAL { ?s :size ?z } OPTIONAL { ?s :dense ?d } OPTIONAL { ?s :to ?t }",
                "?s :dense ?k OPTIONAL { { ?s :value ?v FILTER(?v > 50) } } OPTIONAL { ?t :to ?s }",
                "BIND(<http://example/none> AS ?s) OPTIONAL { ?s :to ?t }",
                "VALUES ?s { <http://example/none> <http://example/thing/7> } ?s :to ?t",
                "?s :dense ?k FILTER EXISTS { ?s :value 7 }",
                "?s :value 7 MINUS { ?s :rare ?k } MINUS { ?s :dense ?k }",
            })
    void few_rows_meet_all_their_partners(String pattern) throws IOException {
        Query query = QueryFactory.create("PREFIX : <" + NS + "> SELECT * { " + pattern + " }");
        List<String> expected = DifferentialRun.inMemory(query, MEMORY);
        assertThat(expected).isNotEmpty();
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
