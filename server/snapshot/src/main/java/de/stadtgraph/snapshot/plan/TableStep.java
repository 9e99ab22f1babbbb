package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.TableRows;
import de.stadtgraph.snapshot.term.TermId;
import java.util.List;

/// Rows that are known before: VALUES, one empty row, no row.
public final class TableStep extends Step {
    private final int[] variables;
    private final long[][] columns;
    private final int rows;

    /// Makes a step.
    ///
    /// @param variables rising
    /// @param columns one a variable; 0 is unbound
    public TableStep(int[] variables, long[][] columns, int rows) {
        super(shape(variables, columns, rows));
        this.variables = variables;
        this.columns = columns;
        this.rows = rows;
    }

    /// One row without variables.
    public static TableStep unit() {
        return new TableStep(new int[0], new long[0][], 1);
    }

    /// No row.
    public static TableStep none(int[] variables) {
        return new TableStep(variables, new long[variables.length][0], 0);
    }

    private static Shape shape(int[] variables, long[][] columns, int rows) {
        Shape shape = Shape.of(variables, rows);
        for (int i = 0; i < variables.length; i++) {
            int tags = 0;
            for (int row = 0; row < rows; row++) {
                long id = columns[i][row];
                tags |= id < 0 ? Shape.ANY_TAG : 1 << TermId.tag(id);
                shape.certain()[i] &= id != 0;
            }
            shape.tags()[i] = tags;
        }
        return shape;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        long[][] chosen = new long[wanted.length][];
        for (int i = 0; i < wanted.length; i++) {
            chosen[i] = columns[Variables.place(variables, wanted[i])];
        }
        return new TableRows(chosen, rows);
    }

    @Override
    public List<Step> inputs() {
        return List.of();
    }

    @Override
    public String label() {
        return "values";
    }
}
