package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.exec.EqualTest;
import de.stadtgraph.snapshot.exec.FilteredRows;
import de.stadtgraph.snapshot.exec.IdTest;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A triple pattern in a view: an id or a variable at each position.
///
/// @param index the index
/// @param view which graphs
/// @param ids an id at each of the four positions, 0 for a variable
/// @param variables a variable at each of the four positions, -1 for an id or, at the graph, for none
public record Pattern(PatternIndex index, Scan.View view, long[] ids, int[] variables) {

    /// The same pattern with an id for a variable.
    Pattern bind(int variable, long id) {
        long[] bound = ids.clone();
        int[] left = variables.clone();
        Scan.View seen = view;
        for (int position = 0; position < 4; position++) {
            if (variables[position] == variable) {
                bound[position] = id;
                left[position] = -1;
                if (position == Order.GRAPH) {
                    seen = Scan.View.of(id);
                }
            }
        }
        return new Pattern(index, seen, bound, left);
    }

    int[] distinctVariables() {
        return Arrays.stream(variables)
                .filter(each -> each >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    /// What is known of its rows in any order.
    public Shape shape() {
        return shape(scan(anyOrder())).sortedBy(Shape.UNSORTED);
    }

    public boolean has(int variable) {
        return Variables.contains(variables, variable);
    }

    /// Whether a variable stands twice.
    boolean repeats() {
        for (int position = 1; position < variables.length; position++) {
            if (variables[position] >= 0 && Variables.place(variables, variables[position]) < position) {
                return true;
            }
        }
        return false;
    }

    /// The whole range in an order.
    Scan scan(Order order) {
        return new Scan(view, order, ids[0], ids[1], ids[2], 0, Long.MAX_VALUE);
    }

    /// Orders that begin with what is bound.
    List<Order> orders() {
        return Arrays.stream(Order.values()).filter(this::isServed).toList();
    }

    /// Whether the order holds all that the pattern may find.
    Order anyOrder() {
        for (Order order : Order.values()) {
            if (isServed(order)) {
                return order;
            }
        }
        return Order.SPO;
    }

    private boolean isServed(Order order) {
        return scan(order).isPrefix() && (order != Order.OSP || index.hasIncoming(ids[Order.OBJECT]));
    }

    /// The variable in which a scan rises, or -1.
    int sortedVariable(Order order) {
        int position = scan(order).sortedPosition();
        return position < 0 ? Shape.UNSORTED : variables[position];
    }

    /// Rows of a scan with some variables; a variable that stands twice is compared.
    Rows open(Scan scan, int[] wanted, Meter meter) {
        if (!repeats()) {
            return index.open(scan, Variables.places(variables, wanted), meter);
        }
        int[] positions = Variables.places(variables, wanted);
        List<IdTest> tests = new ArrayList<>();
        for (int position = 0; position < 4; position++) {
            int first = variables[position] < 0 ? position : Variables.place(variables, variables[position]);
            if (first < position) {
                positions = Variables.appended(positions, new int[] {first, position});
                tests.add(new EqualTest(Variables.place(positions, first), Variables.place(positions, position)));
            }
        }
        return new FilteredRows(index.open(scan, positions, meter), positions.length, tests, meter);
    }

    /// Rows in any order.
    Rows open(int[] wanted, Meter meter) {
        return open(scan(anyOrder()), wanted, meter);
    }

    /// What is known of the rows of a scan.
    Shape shape(Scan scan) {
        int[] free = distinctVariables();
        double rows = index.rows(scan);
        Shape shape = Shape.of(free, repeats() ? Math.sqrt(rows) : rows);
        for (int i = 0; i < free.length; i++) {
            int position = Variables.place(variables, free[i]);
            shape.tags()[i] = index.tags(scan, position);
            shape.distinct()[i] = index.distinct(scan, position);
        }
        int sorted = scan.sortedPosition();
        boolean rises = sorted >= 0 && variables[sorted] >= 0 && index.isSorted(view);
        return rises ? shape.sortedBy(variables[sorted]) : shape;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int position = 0; position < 4; position++) {
            if (variables[position] >= 0) {
                text.append(" ?").append(variables[position]);
            } else if (ids[position] != 0) {
                text.append(" #").append(ids[position]);
            }
        }
        return text.toString().trim();
    }
}
