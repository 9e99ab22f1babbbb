package de.stadtgraph.store;

import de.stadtgraph.snapshot.View;
import de.stadtgraph.snapshot.arq.SnapshotDatasetGraph;
import de.stadtgraph.snapshot.stats.ClassStatistics;
import de.stadtgraph.snapshot.stats.PredicateStatistics;
import de.stadtgraph.snapshot.stats.Statistics;
import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.vocabulary.Rdf;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// How often a graph uses terms. Of an index they were counted when it was built; any other data are read. Immutable.
///
/// @param quads number of its quads
/// @param classes instances by class; only classes that have an IRI
/// @param properties quads by property
public record TermCounts(long quads, Map<Node, Long> classes, Map<Node, Long> properties) {
    public TermCounts {
        classes = Map.copyOf(classes);
        properties = Map.copyOf(properties);
    }

    /// The counts of each named graph.
    public static Map<Node, TermCounts> byGraph(DatasetGraph data) {
        if (data instanceof SnapshotDatasetGraph index && isCounted(index)) {
            Map<Node, TermCounts> graphs = new HashMap<>();
            Dictionary words = index.snapshot().dictionary();
            index.snapshot()
                    .statistics()
                    .graphs()
                    .forEach((id, counts) -> graphs.put(words.node(id), of(counts, words)));
            return graphs;
        }
        return read(data);
    }

    private static boolean isCounted(SnapshotDatasetGraph index) {
        return index.view().equals(View.union())
                && index.snapshot().statistics().graphs().values().stream().allMatch(Statistics::isCounted);
    }

    private static TermCounts of(Statistics counts, Dictionary words) {
        Map<Node, Long> classes = new HashMap<>();
        for (ClassStatistics one : counts.classes()) {
            Node type = words.node(one.type());
            if (type.isURI()) {
                classes.put(type, one.instances());
            }
        }
        Map<Node, Long> properties = new HashMap<>();
        for (PredicateStatistics one : counts.predicates()) {
            properties.put(words.node(one.predicate()), one.triples());
        }
        return new TermCounts(counts.totals().quads(), classes, properties);
    }

    private static Map<Node, TermCounts> read(DatasetGraph data) {
        Map<Node, Long> quads = new HashMap<>();
        Map<Node, Map<Node, Long>> classes = new HashMap<>();
        Map<Node, Map<Node, Long>> properties = new HashMap<>();
        Iterator<Quad> all = data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        while (all.hasNext()) {
            Quad quad = all.next();
            Node graph = quad.getGraph();
            quads.merge(graph, 1L, Long::sum);
            properties.computeIfAbsent(graph, _ -> new HashMap<>()).merge(quad.getPredicate(), 1L, Long::sum);
            if (quad.getPredicate().equals(Rdf.TYPE) && quad.getObject().isURI()) {
                classes.computeIfAbsent(graph, _ -> new HashMap<>()).merge(quad.getObject(), 1L, Long::sum);
            }
        }
        Map<Node, TermCounts> graphs = new HashMap<>();
        quads.forEach((graph, count) -> graphs.put(
                graph,
                new TermCounts(
                        count, classes.getOrDefault(graph, Map.of()), properties.getOrDefault(graph, Map.of()))));
        return graphs;
    }

    /// How many instances of a class have a property, by property, over all graphs; empty where the index did not
    /// count it.
    public static Map<Node, Long> propertiesOf(Node type, DatasetGraph data) {
        if (!(data instanceof SnapshotDatasetGraph index) || !isCounted(index)) {
            return Map.of();
        }
        Dictionary words = index.snapshot().dictionary();
        Map<Node, Long> properties = new HashMap<>();
        index.snapshot()
                .statistics()
                .type(words.id(type))
                .ifPresent(counts -> counts.predicates()
                        .forEach(one -> properties.put(words.node(one.predicate()), one.subjects())));
        return properties;
    }
}
