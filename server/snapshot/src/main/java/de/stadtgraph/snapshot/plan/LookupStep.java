package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.exec.JoinShape;
import de.stadtgraph.snapshot.exec.Lookup;
import de.stadtgraph.snapshot.exec.LookupJoinRows;
import de.stadtgraph.snapshot.exec.PackedRows;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.TableRows;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/// Join of few rows with a pattern: a range of the index is opened for each row.
final class LookupStep extends Step {
    private final Step left;
    private final Pattern pattern;
    private final int[] keys;

    /// Makes a step.
    ///
    /// @param keys variables of the pattern that the left side binds
    LookupStep(Step left, Pattern pattern, int[] keys, Shape shape) {
        super(shape);
        this.left = left;
        this.pattern = pattern;
        this.keys = keys;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        int[] leftLayout =
                Variables.appended(Variables.shared(wanted, left.shape().variables()), keys);
        int[] rightLayout = Variables.without(wanted, leftLayout);
        JoinShape shape = shape(leftLayout, rightLayout, wanted);
        int[] places = Variables.places(leftLayout, keys);
        Lookup lookup = probes(rightLayout, meter)
                .map(probes -> probed(probes, places[0]))
                .orElseGet(() -> bound(places, rightLayout, meter));
        return new PackedRows(new LookupJoinRows(left.open(leftLayout, meter), lookup, shape, meter), wanted.length);
    }

    private static Lookup probed(LongFunction<Rows> probes, int place) {
        return (columns, row) -> {
            long id = columns[place][row];
            return id < 0 ? new TableRows(new long[0][], 0) : probes.apply(id);
        };
    }

    /// Look-ups of the only key, where an order of the index rises in it behind what is bound.
    private Optional<LongFunction<Rows>> probes(int[] wanted, Meter meter) {
        if (keys.length != 1 || pattern.repeats()) {
            return Optional.empty();
        }
        for (Order order : Order.values()) {
            Scan scan = pattern.scan(order);
            if (scan.isPrefix() && pattern.sortedVariable(order) == keys[0]) {
                return pattern.index().probes(scan, Variables.places(pattern.variables(), wanted), meter);
            }
        }
        return Optional.empty();
    }

    private Lookup bound(int[] places, int[] rightLayout, Meter meter) {
        return (columns, row) -> {
            Pattern bound = pattern;
            for (int i = 0; i < keys.length; i++) {
                long id = columns[places[i]][row];
                if (id < 0) {
                    return new TableRows(new long[0][], 0);
                }
                bound = bound.bind(keys[i], id);
            }
            return bound.open(rightLayout, meter);
        };
    }

    private static JoinShape shape(int[] left, int[] right, int[] wanted) {
        int[] none = {};
        int[] output = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            int place = Variables.place(left, wanted[i]);
            output[i] = place >= 0 ? place : left.length + Variables.place(right, wanted[i]);
        }
        return new JoinShape(left.length, right.length, none, none, none, none, output);
    }

    @Override
    public List<Step> inputs() {
        return List.of(left);
    }

    @Override
    public String label() {
        return "lookup " + pattern;
    }
}
