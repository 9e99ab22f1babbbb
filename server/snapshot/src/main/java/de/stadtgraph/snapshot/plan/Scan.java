package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.column.Order;

/// A range of an index: all quads of a view with some positions bound, in one order.
///
/// @param view which graphs
/// @param order the sort order; its bound positions come first
/// @param subject an id, or 0 for any
/// @param predicate an id, or 0 for any
/// @param object an id, or 0 for any
/// @param low smallest id of the first free position
/// @param high largest id of the first free position
public record Scan(View view, Order order, long subject, long predicate, long object, long low, long high) {

    /// Which graphs a pattern sees.
    ///
    /// @param kind union of all graphs, one graph, or each graph for itself with its name
    /// @param graph the one graph's id, else 0
    public record View(Kind kind, long graph) {
        public static final View UNION = new View(Kind.UNION, 0);
        public static final View EACH = new View(Kind.EACH, 0);

        public static View of(long graph) {
            return new View(Kind.ONE, graph);
        }
    }

    /// The kinds of views.
    public enum Kind {
        UNION,
        ONE,
        EACH
    }

    /// The id at a position, 0 when it is free.
    public long at(int position) {
        return switch (position) {
            case Order.SUBJECT -> subject;
            case Order.PREDICATE -> predicate;
            case Order.OBJECT -> object;
            default -> 0;
        };
    }

    /// How many positions are bound.
    public int depth() {
        return (subject == 0 ? 0 : 1) + (predicate == 0 ? 0 : 1) + (object == 0 ? 0 : 1);
    }

    /// The first free position in the order: the rows rise in it. -1 when all are bound.
    public int sortedPosition() {
        return depth() == 3 ? -1 : order.role(depth());
    }

    /// Whether the order begins with the bound positions.
    public boolean isPrefix() {
        for (int depth = 0; depth < depth(); depth++) {
            if (at(order.role(depth)) == 0) {
                return false;
            }
        }
        return true;
    }

    /// The same scan within a range of ids of its first free position.
    public Scan within(long from, long to) {
        return new Scan(view, order, subject, predicate, object, from, to);
    }

    /// The same range in another order.
    public Scan in(Order other) {
        return new Scan(view, other, subject, predicate, object, low, high);
    }

    /// Whether no range of ids is left out.
    public boolean isWhole() {
        return low == 0 && high == Long.MAX_VALUE;
    }
}
