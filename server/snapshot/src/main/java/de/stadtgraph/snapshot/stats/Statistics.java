package de.stadtgraph.snapshot.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Exact counts of an index or of one of its graphs. Ids are those of the index. Immutable.
///
/// Where there are more than 200,000 pairs of class and predicate, those of the rarest classes are left out.
public final class Statistics {
    private final Totals totals;
    private final List<PredicateStatistics> predicates;
    private final List<ClassStatistics> classes;
    private final Map<Long, PredicateStatistics> predicateById = new HashMap<>();
    private final Map<Long, ClassStatistics> classById = new HashMap<>();
    private final Map<Long, Statistics> graphs;

    /// @param predicates in the order of their ids
    /// @param classes in the order of their ids
    /// @param graphs the statistics of each graph by its id
    public Statistics(
            Totals totals,
            List<PredicateStatistics> predicates,
            List<ClassStatistics> classes,
            Map<Long, Statistics> graphs) {
        this.totals = totals;
        this.predicates = List.copyOf(predicates);
        this.classes = List.copyOf(classes);
        this.graphs = Map.copyOf(graphs);
        predicates.forEach(one -> predicateById.put(one.predicate(), one));
        classes.forEach(one -> classById.put(one.type(), one));
    }

    /// A graph of which only the quads were counted.
    public static Statistics ofQuads(long quads) {
        return new Statistics(new Totals(quads, quads, -1, -1), List.of(), List.of(), Map.of());
    }

    /// Whether more than the quads was counted.
    public boolean isCounted() {
        return totals.subjects() >= 0;
    }

    /// Counts of the whole.
    ///
    /// @param quads number of quads
    /// @param triples number of different triples
    /// @param subjects number of different subjects
    /// @param objects number of different objects
    public record Totals(long quads, long triples, long subjects, long objects) {}

    public Totals totals() {
        return totals;
    }

    /// In the order of their ids.
    public List<PredicateStatistics> predicates() {
        return predicates;
    }

    public Optional<PredicateStatistics> predicate(long id) {
        return Optional.ofNullable(predicateById.get(id));
    }

    /// In the order of their ids.
    public List<ClassStatistics> classes() {
        return classes;
    }

    /// Statistics of a class; empty where nothing is an instance of it.
    public Optional<ClassStatistics> type(long id) {
        return Optional.ofNullable(classById.get(id));
    }

    /// Statistics of a graph by its id; empty when there is no such graph. With more than 64 graphs in a segment only
    /// their quads are counted.
    public Optional<Statistics> graph(long id) {
        return Optional.ofNullable(graphs.get(id));
    }

    /// All graphs, by id.
    public Map<Long, Statistics> graphs() {
        return graphs;
    }
}
