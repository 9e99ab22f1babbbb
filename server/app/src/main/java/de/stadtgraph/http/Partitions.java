package de.stadtgraph.http;

import de.stadtgraph.store.Generation;
import de.stadtgraph.vocabulary.Rdf;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Which properties the things of a class have (VoID, section 4.5), from at most 2,000 things of each class,
/// enough to show what is usual. Immutable once made.
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
            properties.put(type.term(), properties(generation.data(), type.term()));
        }
        return new Partitions(properties);
    }

    /// The properties of a class with the number of things, among those looked at, that have it.
    public List<Statistics.Use> properties(Node type) {
        return properties.getOrDefault(type, List.of());
    }

    private static List<Statistics.Use> properties(DatasetGraph data, Node type) {
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
        return counts.entrySet().stream()
                .map(entry -> new Statistics.Use(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Statistics.Use::count)
                        .reversed()
                        .thenComparing(use -> use.term().toString()))
                .toList();
    }
}
