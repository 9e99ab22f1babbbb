package de.stadtgraph.snapshot.column;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What one graph pattern may read: the four permutations, perhaps only some graphs of them, and whether a triple that
/// stands in several graphs counts once. For many threads.
public final class QuadIndex {
    private final Map<Order, Permutation> permutations;
    private final Optional<GraphFilter> filter;
    private final Repeats repeats;

    public QuadIndex(Map<Order, Permutation> permutations, Optional<GraphFilter> filter, Repeats repeats) {
        this.permutations = new EnumMap<>(permutations);
        this.filter = filter;
        this.repeats = repeats;
    }

    /// The index without rows.
    public static QuadIndex empty() {
        var permutations = new EnumMap<Order, Permutation>(Order.class);
        for (Order order : Order.values()) {
            permutations.put(order, Permutation.empty(order));
        }
        return new QuadIndex(permutations, Optional.empty(), Repeats.KEEP);
    }

    /// What becomes of a triple that stands in several graphs.
    public enum Repeats {
        /// A row a graph: the graph is a variable, or there is only one.
        KEEP,
        /// One row: the graphs are read as their union.
        DROP
    }

    public Permutation permutation(Order order) {
        return Objects.requireNonNull(permutations.get(order));
    }

    /// Whether a scan of the range gives exactly as many rows as the range has; if not, it gives fewer.
    public boolean isExact(Order order, Range range) {
        boolean unique = repeats == Repeats.KEEP || !permutation(order).repeats(range);
        return unique && filter.isEmpty();
    }

    /// A scan of a range of a permutation.
    ///
    /// @param columns the roles to read, as bits: `(1 << Order.SUBJECT) | …`
    public Scan scan(Order order, Range range, int columns) {
        return new Scan(this, permutation(order), range, columns);
    }

    /// Whether some graphs are left out.
    public boolean hasFilter() {
        return filter.isPresent();
    }

    Optional<GraphFilter> filter() {
        return filter;
    }

    Repeats repeats() {
        return repeats;
    }
}
