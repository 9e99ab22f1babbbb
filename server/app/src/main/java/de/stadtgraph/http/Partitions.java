package de.stadtgraph.http;

import de.stadtgraph.store.Generation;
import de.stadtgraph.store.TermCounts;
import de.stadtgraph.vocabulary.Rdf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Which properties the things of a class have (VoID, section 4.5). The index counted them; of a class that it did not
/// count, at most 2,000 things are looked at, enough to show what is usual. Immutable once made.
public final class Partitions {
    private static final int THINGS = 2000;
    private static final int STATEMENTS = 500;

    private final Map<Node, List<Statistics.Use>> properties;

    private Partitions(Map<Node, List<Statistics.Use>> properties) {
        this.properties = Map.copyOf(properties);
    }

    static Partitions of(Generation generation, Statistics statistics) {
        Map<Node, List<Statistics.Use>> properties = new HashMap<>();
        for (Statistics.Use type : statistics.classes()) {
            Map<Node, Long> counted = TermCounts.propertiesOf(type.term(), generation.data());
            Map<Node, Long> known = counted.isEmpty() ? sample(generation.data(), type.term()) : counted;
            properties.put(type.term(), Statistics.sorted(known));
        }
        return new Partitions(properties);
    }

    /// The properties of a class with the number of things that have it.
    public List<Statistics.Use> properties(Node type) {
        return properties.getOrDefault(type, List.of());
    }

    private static Map<Node, Long> sample(DatasetGraph data, Node type) {
        Map<Node, Long> counts = new HashMap<>();
        Iterator<Quad> things = data.findNG(Node.ANY, Node.ANY, Rdf.TYPE, type);
        for (int looked = 0; looked < THINGS && things.hasNext(); looked++) {
            Set<Node> own = new HashSet<>();
            Iterator<Quad> statements = data.findNG(Node.ANY, things.next().getSubject(), Node.ANY, Node.ANY);
            for (int read = 0; read < STATEMENTS && statements.hasNext(); read++) {
                own.add(statements.next().getPredicate());
            }
            own.forEach(property -> counts.merge(property, 1L, Long::sum));
        }
        return counts;
    }
}
