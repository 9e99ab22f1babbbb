package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.IdOrder;
import de.stadtgraph.snapshot.exec.OrderedRows;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SortKey;
import de.stadtgraph.snapshot.exec.SpreadRows;
import de.stadtgraph.snapshot.exec.TopRows;
import java.util.List;

/// ORDER BY, with a limit where only the first rows are wanted.
public final class OrderStep extends Step {
    /// No limit.
    public static final int ALL = Integer.MAX_VALUE;

    /// A condition of ORDER BY.
    ///
    /// @param variable what is sorted by
    /// @param order how its ids compare
    /// @param direction 1 rising, -1 falling
    public record By(int variable, IdOrder order, int direction) {}

    private final Step input;
    private final List<By> conditions;
    private final int limit;

    public OrderStep(Step input, List<By> conditions, int limit) {
        super(input.shape()
                .sortedBy(Shape.UNSORTED)
                .withRows(Math.min(limit, input.shape().rows())));
        this.input = input;
        this.conditions = conditions;
        this.limit = limit;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        int[] by = conditions.stream().mapToInt(By::variable).toArray();
        int[] layout = Variables.appended(wanted, by);
        List<SortKey> keys = conditions.stream()
                .map(each -> new SortKey(Variables.place(layout, each.variable()), each.order(), each.direction()))
                .toList();
        Rows source = input.open(layout, meter);
        Rows rows = limit == ALL
                ? new OrderedRows(source, layout.length, keys, meter)
                : new TopRows(source, layout.length, keys, limit, meter);
        return layout.length == wanted.length
                ? rows
                : new SpreadRows(rows, layout.length, Variables.places(layout, wanted));
    }

    @Override
    public List<Step> inputs() {
        return List.of(input);
    }

    @Override
    public String label() {
        return limit == ALL ? "order" : "top " + limit;
    }
}
