package de.stadtgraph.snapshot;

import de.stadtgraph.snapshot.build.StoredIndex;
import de.stadtgraph.snapshot.column.GraphFilter;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.QuadIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/// Chooses for each graph of a view what is read: the merged index, one part, or some graphs of either. For many
/// threads.
final class ViewIndexes implements GraphIndexes {
    private final StoredIndex whole;
    private final List<Part> parts;
    private final long[] released;
    private final long[] names;
    private final QuadIndex defaultGraph;
    private final List<QuadIndex> named;

    ViewIndexes(StoredIndex whole, List<Part> parts, View view) {
        this.whole = whole;
        this.parts = parts;
        this.released = graphs(parts.stream().filter(Part::released).toList());
        this.names = view.namedGraphs().map(this::known).orElse(released);
        this.defaultGraph = view.defaultGraphs().map(this::unionOf).orElseGet(this::union);
        this.named = named(view.namedGraphs().isEmpty());
    }

    private static long[] graphs(List<Part> parts) {
        var graphs = new TreeSet<Long>();
        parts.forEach(part -> graphs.addAll(part.graphs()));
        return graphs.stream().mapToLong(Long::longValue).toArray();
    }

    /// The ids of those names that are graphs.
    private long[] known(Set<Node> wanted) {
        return wanted.stream()
                .mapToLong(name -> whole.dictionary().id(name))
                .filter(id ->
                        id != 0 && parts.stream().anyMatch(part -> part.graphs().contains(id)))
                .sorted()
                .toArray();
    }

    private QuadIndex union() {
        boolean single = released.length <= 1;
        return index(whole.permutations(), Optional.empty(), single ? QuadIndex.Repeats.KEEP : QuadIndex.Repeats.DROP);
    }

    private QuadIndex unionOf(Set<Node> wanted) {
        long[] ids = known(wanted);
        if (ids.length == 0) {
            return QuadIndex.empty();
        }
        if (ids.length == 1) {
            return single(ids[0]);
        }
        if (ids.length == released.length && isReleased(ids)) {
            return union();
        }
        return index(home(ids), Optional.of(new GraphFilter(ids)), QuadIndex.Repeats.DROP);
    }

    private boolean isReleased(long[] ids) {
        for (long id : ids) {
            if (java.util.Arrays.binarySearch(released, id) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The one place where all the graphs are.
    private Map<Order, Permutation> home(long[] ids) {
        if (isReleased(ids)) {
            return whole.permutations();
        }
        for (Part part : parts) {
            boolean all = true;
            for (long id : ids) {
                all &= part.graphs().contains(id);
            }
            if (all) {
                return part.permutations();
            }
        }
        throw new UnsupportedOperationException("a default graph of graphs inside and outside the union");
    }

    private QuadIndex single(long graph) {
        List<Part> homes =
                parts.stream().filter(part -> part.graphs().contains(graph)).toList();
        if (homes.isEmpty()) {
            return QuadIndex.empty();
        }
        if (homes.size() > 1) {
            return index(whole.permutations(), Optional.of(new GraphFilter(graph)), QuadIndex.Repeats.KEEP);
        }
        Part home = homes.getFirst();
        Optional<GraphFilter> filter =
                home.graphs().size() == 1 ? Optional.empty() : Optional.of(new GraphFilter(graph));
        return index(home.permutations(), filter, QuadIndex.Repeats.KEEP);
    }

    private List<QuadIndex> named(boolean all) {
        List<QuadIndex> indexes = new ArrayList<>();
        long[] inside = java.util.Arrays.stream(names)
                .filter(id -> java.util.Arrays.binarySearch(released, id) >= 0)
                .toArray();
        if (inside.length > 0) {
            Optional<GraphFilter> filter =
                    all || inside.length == released.length ? Optional.empty() : Optional.of(new GraphFilter(inside));
            indexes.add(index(whole.permutations(), filter, QuadIndex.Repeats.KEEP));
        }
        for (long name : names) {
            if (java.util.Arrays.binarySearch(released, name) < 0) {
                indexes.add(single(name));
            }
        }
        return List.copyOf(indexes);
    }

    private static QuadIndex index(
            Map<Order, Permutation> permutations, Optional<GraphFilter> filter, QuadIndex.Repeats repeats) {
        return new QuadIndex(permutations, filter, repeats);
    }

    @Override
    public QuadIndex defaultGraph() {
        return defaultGraph;
    }

    @Override
    public QuadIndex graph(long graph) {
        return java.util.Arrays.binarySearch(names, graph) < 0 ? QuadIndex.empty() : single(graph);
    }

    @Override
    public List<QuadIndex> named() {
        return named;
    }

    @Override
    public long[] names() {
        return names.clone();
    }
}
