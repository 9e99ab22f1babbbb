package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.FilteredRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;
import java.util.stream.Collectors;

/// Rows on which conditions hold.
public final class FilterStep extends Step {
    private final Step input;
    private final List<Condition> conditions;

    private FilterStep(Step input, List<Condition> conditions, Shape shape) {
        super(shape);
        this.input = input;
        this.conditions = conditions;
    }

    public static Step of(Step input, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return input;
        }
        double rows = input.shape().rows();
        for (Condition condition : conditions) {
            rows *= condition.share();
        }
        return new FilterStep(input, conditions, input.shape().withRows(rows));
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        int[] layout = wanted;
        for (Condition condition : conditions) {
            layout = Variables.appended(layout, condition.variables());
        }
        int[] read = layout;
        return new FilteredRows(
                input.open(read, meter),
                read.length,
                conditions.stream().map(each -> each.test(read)).toList(),
                meter);
    }

    @Override
    public List<Step> inputs() {
        return List.of(input);
    }

    @Override
    public String label() {
        return "filter " + conditions.stream().map(Condition::label).collect(Collectors.joining(" && "));
    }
}
