package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.exec.KeyIndex;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.plan.PatternIndex;
import de.stadtgraph.snapshot.plan.Scan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/// Walks property paths (SPARQL 1.1, section 9) over ids in one view. One query.
final class PathEdges {
    private final PatternIndex index;
    private final Scan.View view;
    private final ToLongFunction<Node> ids;
    private final Meter meter;

    /// Makes a walker.
    ///
    /// @param ids the id of a term in the data, 0 for none
    PathEdges(PatternIndex index, Scan.View view, ToLongFunction<Node> ids, Meter meter) {
        this.index = index;
        this.view = view;
        this.ids = ids;
        this.meter = meter;
    }

    /// Which way triples are read.
    enum Direction {
        FORWARD,
        BACKWARD;

        Direction turned() {
            return this == FORWARD ? BACKWARD : FORWARD;
        }
    }

    /// The edges of a path.
    ///
    /// @throws NotVectorised for a path that SPARQL 1.1 does not have
    Edges of(Path path, Direction direction) {
        return switch (path) {
            case P_ReverseLink link -> link(link, direction.turned());
            case P_Path0 link -> link(link, direction);
            case P_Inverse inverse -> of(inverse.getSubPath(), direction.turned());
            case P_Seq sequence -> sequence(sequence, direction);
            case P_Alt alternative -> both(of(alternative.getLeft(), direction), of(alternative.getRight(), direction));
            case P_NegPropSet set -> negated(set, direction);
            case P_ZeroOrOne optional -> set(of(optional.getSubPath(), direction), true, false);
            case P_ZeroOrMore1 closure -> set(of(closure.getSubPath(), direction), true, true);
            case P_OneOrMore1 closure -> set(of(closure.getSubPath(), direction), false, true);
            default -> throw new NotVectorised("path " + path.getClass().getSimpleName());
        };
    }

    private Edges link(P_Path0 link, Direction direction) {
        long predicate = ids.applyAsLong(link.getNode());
        return predicate == 0 ? (_, _) -> {} : new Link(predicate, direction);
    }

    /// The triples of one predicate. Never walked while it is walked: a path that names a predicate twice has two.
    private final class Link implements Edges {
        private final Scan all;
        private final int[] wanted;
        private final Optional<LongFunction<Rows>> probes;
        private final long[][] batch = Rows.columns(1);

        Link(long predicate, Direction direction) {
            boolean forward = direction == Direction.FORWARD;
            all = new Scan(view, forward ? Order.PSO : Order.POS, 0, predicate, 0, 0, Long.MAX_VALUE);
            wanted = new int[] {forward ? Order.OBJECT : Order.SUBJECT};
            probes = index.probes(all, wanted, meter);
        }

        @Override
        public void from(long node, LongConsumer to) {
            if (node <= 0) {
                return;
            }
            meter.step(1);
            try (Rows rows = probes.map(each -> each.apply(node)).orElseGet(() -> opened(node))) {
                for (int n = rows.next(batch); n > 0; n = rows.next(batch)) {
                    for (int i = 0; i < n; i++) {
                        to.accept(batch[0][i]);
                    }
                }
            }
        }

        private Rows opened(long node) {
            Scan one = all.order() == Order.PSO
                    ? new Scan(view, Order.PSO, node, all.predicate(), 0, 0, Long.MAX_VALUE)
                    : new Scan(view, Order.POS, 0, all.predicate(), node, 0, Long.MAX_VALUE);
            return index.open(one, wanted, meter);
        }
    }

    private Edges sequence(P_Seq sequence, Direction direction) {
        boolean forward = direction == Direction.FORWARD;
        Edges first = of(forward ? sequence.getLeft() : sequence.getRight(), direction);
        Edges second = of(forward ? sequence.getRight() : sequence.getLeft(), direction);
        return (node, to) -> first.from(node, middle -> second.from(middle, to));
    }

    private static Edges both(Edges one, Edges two) {
        return (node, to) -> {
            one.from(node, to);
            two.from(node, to);
        };
    }

    /// `!(a|^b)`: every other predicate forward, if a forward one is named, and backward, if a backward one is.
    private Edges negated(P_NegPropSet set, Direction direction) {
        List<P_Path0> nodes = set.getNodes();
        Set<Long> forward = new HashSet<>();
        Set<Long> backward = new HashSet<>();
        nodes.forEach(each -> (each.isForward() ? forward : backward).add(ids.applyAsLong(each.getNode())));
        boolean anyForward = nodes.stream().anyMatch(P_Path0::isForward);
        boolean anyBackward = nodes.stream().anyMatch(each -> !each.isForward());
        return (node, to) -> {
            if (anyForward) {
                others(node, forward, direction, to);
            }
            if (anyBackward) {
                others(node, backward, direction.turned(), to);
            }
        };
    }

    private void others(long node, Set<Long> excluded, Direction direction, LongConsumer to) {
        if (node <= 0) {
            return;
        }
        boolean forward = direction == Direction.FORWARD;
        Scan scan = forward
                ? new Scan(view, Order.SPO, node, 0, 0, 0, Long.MAX_VALUE)
                : new Scan(view, Order.OSP, 0, 0, node, 0, Long.MAX_VALUE);
        int[] wanted = {Order.PREDICATE, forward ? Order.OBJECT : Order.SUBJECT};
        try (Rows rows = index.open(scan, wanted, meter)) {
            long[][] batch = Rows.columns(2);
            meter.step(1);
            for (int n = rows.next(batch); n > 0; n = rows.next(batch)) {
                for (int i = 0; i < n; i++) {
                    if (!excluded.contains(batch[0][i])) {
                        to.accept(batch[1][i]);
                    }
                }
            }
        }
    }

    /// Each node once: the start itself, what one step reaches, or what any number of steps reaches.
    private Edges set(Edges step, boolean self, boolean repeated) {
        return (node, to) -> {
            try (KeyIndex seen = new KeyIndex(1, meter)) {
                long[][] key = new long[1][1];
                LongConsumer add = next -> {
                    key[0][0] = next;
                    seen.add(key, 0);
                };
                if (self) {
                    add.accept(node);
                } else {
                    step.from(node, add);
                }
                int walked = 0;
                int most = repeated ? Integer.MAX_VALUE : seen.size();
                while (walked < Math.min(seen.size(), most)) {
                    meter.step(1);
                    step.from(seen.keys().column(0)[walked++], add);
                }
                long[] found = seen.keys().column(0);
                for (int i = 0; i < seen.size(); i++) {
                    to.accept(found[i]);
                }
            }
        };
    }
}
