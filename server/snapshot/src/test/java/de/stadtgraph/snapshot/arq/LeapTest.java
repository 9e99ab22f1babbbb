package de.stadtgraph.snapshot.arq;

import static de.stadtgraph.snapshot.arq.IndexedGraph.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Joins of few rows with columns of many blocks: what is leapt over has no partner.
class LeapTest {
    private static final int THINGS = 40_000;
    private static final IndexedGraph GRAPH = graph();

    @TempDir
    static Path folder;

    private static IndexedGraph graph() {
        Random random = new Random(11);
        IndexedGraph graph = new IndexedGraph();
        for (int i = 0; i < THINGS; i++) {
            Node thing = node("thing/" + i);
            int value = random.nextInt(100);
            graph.add(thing, "value", NodeFactory.createLiteralDT("" + value, XSDDatatype.XSDinteger));
            graph.add(thing, "to", node("thing/" + random.nextInt(THINGS)));
            if (i % 977 == 5) {
                graph.add(thing, "to", node("thing/" + random.nextInt(THINGS)));
            }
            if (i < 3_000) {
                String price = 3_400_000_000L + i + ".5";
                graph.add(thing, "price", NodeFactory.createLiteralDT(price, XSDDatatype.XSDdecimal));
            }
            if (i % 5_003 != 7) {
                graph.add(thing, "size", NodeFactory.createLiteralDT("" + value % 7, XSDDatatype.XSDinteger));
            }
            if (random.nextInt(400) == 0 || i > THINGS - 3) {
                graph.add(thing, "rare", node("kind/" + i % 3));
                graph.add(node("kind/" + i % 3), "has", thing);
            }
            if (i > 1_000 && i < 1_200) {
                graph.add(thing, "dense", node("kind/0"));
            }
        }
        return graph;
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
        GRAPH.check("PREFIX : <" + IndexedGraph.NS + "> SELECT * { " + pattern + " }", folder);
    }
}
