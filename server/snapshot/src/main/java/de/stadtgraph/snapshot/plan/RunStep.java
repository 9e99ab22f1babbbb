package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.CountAggregate;
import de.stadtgraph.snapshot.exec.ExtendedRows;
import de.stadtgraph.snapshot.exec.GroupedRows;
import de.stadtgraph.snapshot.exec.IdValue;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/// The values of one variable of a pattern with their numbers of rows: by leaps in the index, else by counting.
final class RunStep extends Step {
    private final Pattern pattern;
    private final Scan scan;
    private final int key;
    private final LongUnaryOperator integer;

    RunStep(Pattern pattern, Scan scan, int key, List<Counts.Count> counts, LongUnaryOperator integer) {
        super(shape(pattern, scan, key, counts));
        this.pattern = pattern;
        this.scan = scan;
        this.key = key;
        this.integer = integer;
    }

    private static Shape shape(Pattern pattern, Scan scan, int key, List<Counts.Count> counts) {
        Shape whole = pattern.shape(scan);
        double values = whole.distinctOf(key);
        int[] made = counts.stream().mapToInt(Counts.Count::variable).sorted().toArray();
        return whole.only(new int[] {key}).and(Shape.of(made, values), values, key);
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        Optional<Rows> runs = pattern.index().runs(scan, meter);
        if (runs.isEmpty()) {
            return counted(wanted, meter);
        }
        int[] output = Arrays.stream(wanted).map(each -> each == key ? 0 : 2).toArray();
        IdValue numbers = (columns, rows, into) -> {
            for (int row = 0; row < rows; row++) {
                into[row] = integer.applyAsLong(columns[1][row]);
            }
        };
        return new ExtendedRows(runs.get(), 2, List.of(numbers), output);
    }

    private Rows counted(int[] wanted, Meter meter) {
        int[] output = Arrays.stream(wanted).map(each -> each == key ? 0 : 1).toArray();
        return new GroupedRows(
                pattern.open(scan, new int[] {key}, meter),
                1,
                new int[] {0},
                List.of(new CountAggregate(CountAggregate.ROWS, integer, meter)),
                output,
                meter);
    }

    @Override
    public List<Step> inputs() {
        return List.of();
    }

    @Override
    public String label() {
        return "count by value " + pattern;
    }
}
