package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.column.Order;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Counts that the index knows without reading rows: COUNT of one pattern, of its distinct values, and of each value of
/// one variable (design: store, §9, operator 2). Stateless.
public final class Counts {
    private Counts() {}

    /// A count.
    ///
    /// @param variable gets the count
    /// @param counted the variable whose distinct values count, or -1 for rows
    public record Count(int variable, int counted) {}

    /// The one row of counts without GROUP BY, if all are known.
    public static Optional<Step> of(Step input, List<Count> counts, LongUnaryOperator integer) {
        ScanStep scan = scan(input);
        if (scan == null || scan.pattern().repeats()) {
            return Optional.empty();
        }
        int[] variables = counts.stream().mapToInt(Count::variable).sorted().toArray();
        long[][] columns = new long[variables.length][1];
        for (Count count : counts) {
            OptionalLong known = count.counted() < 0
                    ? scan.pattern().index().exactRows(scan.scan())
                    : distinct(scan, count.counted());
            if (known.isEmpty()) {
                return Optional.empty();
            }
            columns[Variables.place(variables, count.variable())][0] = integer.applyAsLong(known.getAsLong());
        }
        return Optional.of(new TableStep(variables, columns, 1));
    }

    private static OptionalLong distinct(ScanStep scan, int variable) {
        int position = Variables.place(scan.pattern().variables(), variable);
        return position < 0 ? OptionalLong.empty() : scan.pattern().index().exactDistinct(scan.scan(), position);
    }

    /// Rows by value of one variable, if the index can leap from value to value.
    public static Optional<Step> byValue(Step input, int key, List<Count> counts, LongUnaryOperator integer) {
        ScanStep scan = scan(input);
        if (scan == null || scan.pattern().repeats() || counts.stream().anyMatch(each -> each.counted() >= 0)) {
            return Optional.empty();
        }
        for (Order order : scan.pattern().orders()) {
            if (scan.pattern().sortedVariable(order) == key && scan.scan().isWhole()) {
                return Optional.of(new RunStep(scan.pattern(), scan.pattern().scan(order), key, counts, integer));
            }
        }
        return Optional.empty();
    }

    private static @Nullable ScanStep scan(Step input) {
        Step step = input;
        while (step instanceof ProjectStep project) {
            step = project.inputs().getFirst();
        }
        return step instanceof ScanStep scan ? scan : null;
    }
}
