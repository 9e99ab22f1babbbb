package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Aggregate;
import de.stadtgraph.snapshot.exec.GroupedRows;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// GROUP BY with aggregates.
public final class GroupStep extends Step {
    private final Step input;
    private final int[] keys;
    private final List<Aggregation> aggregations;

    public GroupStep(Step input, int[] keys, List<Aggregation> aggregations) {
        super(shape(input.shape(), keys, aggregations));
        this.input = input;
        this.keys = keys;
        this.aggregations = aggregations;
    }

    private static Shape shape(Shape input, int[] keys, List<Aggregation> aggregations) {
        double groups = 1;
        for (int key : keys) {
            groups *= input.distinctOf(key);
        }
        groups = Math.min(groups, Math.max(1, input.rows()));
        int[] made =
                aggregations.stream().mapToInt(Aggregation::variable).sorted().toArray();
        Shape values = Shape.of(made, groups).optional();
        for (Aggregation aggregation : aggregations) {
            values.tags()[values.index(aggregation.variable())] = aggregation.tags();
        }
        return input.only(keys).and(values, groups, Shape.UNSORTED);
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        int[] layout = keys;
        for (Aggregation aggregation : aggregations) {
            layout = Variables.appended(layout, aggregation.reads());
        }
        List<Aggregate> opened = new ArrayList<>();
        for (Aggregation aggregation : aggregations) {
            opened.add(aggregation.open(layout, meter));
        }
        int[] output = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            int key = Variables.place(keys, wanted[i]);
            output[i] = key >= 0 ? key : keys.length + aggregation(wanted[i]);
        }
        int[] keyColumns = Variables.places(layout, keys);
        return new GroupedRows(input.open(layout, meter), layout.length, keyColumns, opened, output, meter);
    }

    private int aggregation(int variable) {
        for (int i = 0; i < aggregations.size(); i++) {
            if (aggregations.get(i).variable() == variable) {
                return i;
            }
        }
        throw new IllegalArgumentException("no aggregate makes variable " + variable);
    }

    @Override
    public List<Step> inputs() {
        return List.of(input);
    }

    @Override
    public String label() {
        return "group " + aggregations.stream().map(Aggregation::label).collect(Collectors.joining(" "));
    }
}
