package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.column.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An input of a join, with the ways in which it can be read and the conditions that it answers by itself.
///
/// @param ways steps that give the same rows in different orders
/// @param pattern the pattern, if it is one: then it can be looked up for rows of another input
/// @param conditions to be tested after a look-up
record Leaf(List<Way> ways, @Nullable Pattern pattern, List<Condition> conditions) {
    private static final int MOST_RANGES = 4;

    /// What it costs to read a term of the dictionary out of turn, in rows touched; in turn it costs next to nothing.
    private static final double OUT_OF_TURN = 4;

    /// One way to read it.
    ///
    /// @param step what reads
    /// @param cost rows touched, and the terms that conditions read out of turn
    /// @param canLeap whether it can leave out rows that a join does not ask for, without reading on
    record Way(Step step, double cost, boolean canLeap) {
        static Way of(Step all, List<Condition> tested) {
            boolean canLeap = all instanceof ScanStep && tested.isEmpty();
            return new Way(FilterStep.of(all, tested), all.shape().rows(), canLeap);
        }

        /// A scan whose conditions read terms: in the order of the dictionary if the scan rises in their variable.
        static Way ofScan(ScanStep scan, List<Condition> tested) {
            Way way = of(scan, tested);
            int rising = scan.pattern().sortedVariable(scan.scan().order());
            long unordered = tested.stream()
                    .filter(each -> each.variables().length != 1 || each.variables()[0] != rising)
                    .count();
            return new Way(way.step(), way.cost() * (1 + unordered * OUT_OF_TURN), way.canLeap());
        }

        Way withRows(double rows) {
            return new Way(new SizedStep(step, rows), cost, canLeap);
        }
    }

    static Leaf of(Step step, List<Condition> conditions) {
        return new Leaf(List.of(Way.of(step, conditions)), null, conditions);
    }

    static Leaf of(Pattern pattern, List<Condition> conditions) {
        List<Way> ways = new ArrayList<>();
        double rows = -1;
        for (Order order : pattern.orders()) {
            Scan scan = pattern.scan(order);
            Way way = ranged(pattern, scan, conditions);
            if (way != null) {
                rows = way.step().shape().rows();
                ways.add(way);
            }
        }
        for (Order order : pattern.orders()) {
            Scan scan = pattern.scan(order);
            Way way = Way.ofScan(new ScanStep(pattern, scan), conditions);
            ways.add(rows < 0 ? way : way.withRows(rows));
        }
        if (ways.isEmpty()) {
            ways.add(Way.ofScan(new ScanStep(pattern, pattern.scan(pattern.anyOrder())), conditions));
        }
        return new Leaf(ways, pattern, conditions);
    }

    /// A condition on the variable in which the scan rises becomes ranges of the scan.
    private static @Nullable Way ranged(Pattern pattern, Scan scan, List<Condition> conditions) {
        int variable = pattern.sortedVariable(scan.order());
        for (Condition condition : conditions) {
            if (variable >= 0 && condition.variables().length == 1 && condition.variables()[0] == variable) {
                Shape shape = pattern.shape(scan);
                List<Condition.Range> ranges = condition.ranges(shape.tagsOf(variable));
                if (ranges != null && ranges.size() <= MOST_RANGES) {
                    List<Condition> others = conditions.stream()
                            .filter(each -> !each.equals(condition))
                            .toList();
                    return ranged(pattern, scan, new Ranges(ranges), others);
                }
            }
        }
        return null;
    }

    Pattern patternOrFail() {
        if (pattern == null) {
            throw new IllegalStateException("no pattern to look up");
        }
        return pattern;
    }

    private record Ranges(List<Condition.Range> list) {}

    private static Way ranged(Pattern pattern, Scan scan, Ranges ranges, List<Condition> others) {
        List<Step> parts = new ArrayList<>();
        for (Condition.Range range : ranges.list()) {
            parts.add(new ScanStep(pattern, scan.within(range.low(), range.high())));
        }
        Step read = switch (parts.size()) {
            case 0 -> TableStep.none(pattern.distinctVariables());
            case 1 -> parts.getFirst();
            default -> new UnionStep(parts);
        };
        return Way.of(read, others);
    }
}
