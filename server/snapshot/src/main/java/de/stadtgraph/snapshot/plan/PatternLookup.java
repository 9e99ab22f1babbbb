package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.exec.JoinShape;
import de.stadtgraph.snapshot.exec.Lookup;
import de.stadtgraph.snapshot.exec.LookupJoinRows;
import de.stadtgraph.snapshot.exec.PackedRows;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.TableRows;
import java.util.Optional;
import java.util.function.LongFunction;

/// How rows of another input find the rows of a pattern: a range of the index is opened for each.
///
/// @param keys variables of the pattern that the other input binds
/// @param left the columns that are read of the other input
/// @param right the columns that are read of the pattern
record PatternLookup(Pattern pattern, int[] keys, int[] left, int[] right) {

    /// The look-up for a join that hands on some variables.
    static PatternLookup of(Shape other, Pattern pattern, int[] keys, int[] wanted) {
        int[] left = Variables.appended(Variables.shared(wanted, other.variables()), keys);
        return new PatternLookup(pattern, keys, left, Variables.without(wanted, left));
    }

    /// The rows of the other input with what they find.
    Rows join(Step other, int[] wanted, LookupJoinRows.Alone alone, Meter meter) {
        Rows rows = new LookupJoinRows(other.open(left, meter), open(meter), shape(wanted), alone, meter);
        return new PackedRows(rows, wanted.length);
    }

    private JoinShape shape(int[] wanted) {
        int[] none = {};
        int[] output = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            int place = Variables.place(left, wanted[i]);
            output[i] = place >= 0 ? place : left.length + Variables.place(right, wanted[i]);
        }
        return new JoinShape(left.length, right.length, none, none, none, none, output);
    }

    private Lookup open(Meter meter) {
        int[] places = Variables.places(left, keys);
        return probes(meter).map(probes -> probed(probes, places[0])).orElseGet(() -> bound(places, meter));
    }

    private static Lookup probed(LongFunction<Rows> probes, int place) {
        return (columns, row) -> {
            long id = columns[place][row];
            return id < 0 ? new TableRows(new long[0][], 0) : probes.apply(id);
        };
    }

    /// Look-ups of the only key, where an order of the index rises in it behind what is bound.
    private Optional<LongFunction<Rows>> probes(Meter meter) {
        if (keys.length != 1 || pattern.repeats()) {
            return Optional.empty();
        }
        for (Order order : Order.values()) {
            Scan scan = pattern.scan(order);
            if (scan.isPrefix() && pattern.sortedVariable(order) == keys[0]) {
                return pattern.index().probes(scan, Variables.places(pattern.variables(), right), meter);
            }
        }
        return Optional.empty();
    }

    private Lookup bound(int[] places, Meter meter) {
        return (columns, row) -> {
            Pattern bound = pattern;
            for (int i = 0; i < keys.length; i++) {
                long id = columns[places[i]][row];
                if (id < 0) {
                    return new TableRows(new long[0][], 0);
                }
                bound = bound.bind(keys[i], id);
            }
            return bound.open(right, meter);
        };
    }
}
