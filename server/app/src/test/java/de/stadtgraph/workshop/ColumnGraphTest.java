package de.stadtgraph.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever a graph is asked, and in which order, it answers the same with its columns in memory.
class ColumnGraphTest {
    @RepeatedTest(5)
    void theAnswersAreThoseOfTheGraphBelow(RepetitionInfo repetition) {
        long seed = Long.getLong("stadtgraph.seed", 17) + repetition.getCurrentRepetition();
        var random = new Random(seed);
        Graph data = GraphFactory.createDefaultGraph();
        for (int i = 0; i < 400; i++) {
            data.add(Triple.create(node(random, "s", 60), node(random, "p", 4), object(random)));
        }
        Graph columns = new ColumnGraph(data);

        for (int i = 0; i < 2_000; i++) {
            Node subject = random.nextInt(3) == 0 ? Node.ANY : node(random, "s", 70);
            Node property = random.nextInt(8) == 0 ? Node.ANY : node(random, "p", 5);
            Node object = random.nextInt(2) == 0 ? Node.ANY : object(random);
            Triple pattern = Triple.create(subject, property, object);
            assertThat(columns.find(pattern).toList())
                    .as("seed %d, question %d: %s", seed, i, pattern)
                    .containsExactlyInAnyOrderElementsOf(data.find(pattern).toList());
            assertThat(columns.contains(pattern)).isEqualTo(data.contains(pattern));
        }
    }

    private static Node node(Random random, String kind, int most) {
        return NodeFactory.createURI("http://example.org/" + kind + random.nextInt(most));
    }

    private static Node object(Random random) {
        return random.nextBoolean()
                ? node(random, "s", 60)
                : NodeFactory.createLiteralLang(
                        "text " + random.nextInt(9), List.of("de", "en", "").get(random.nextInt(3)));
    }
}
