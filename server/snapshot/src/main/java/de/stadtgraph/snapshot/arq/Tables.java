package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.plan.TableStep;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/// VALUES as columns of ids. Stateless.
final class Tables {
    private Tables() {}

    static TableStep step(Table table, Slots slots, QueryTerms terms) {
        if (table instanceof StoredTerms stored) {
            int variable = slots.of(stored.variable());
            return new TableStep(new int[] {variable}, new long[][] {stored.ids()}, stored.ids().length);
        }
        int[] variables = Arrays.stream(slots.of(table.getVars())).sorted().toArray();
        terms.meter().hold((long) table.size() * variables.length * Long.BYTES);
        long[][] columns = new long[variables.length][table.size()];
        int row = 0;
        Iterator<Binding> rows = table.rows();
        while (rows.hasNext()) {
            Binding binding = rows.next();
            for (int i = 0; i < variables.length; i++) {
                Var variable = slots.variable(variables[i]);
                columns[i][row] = terms.id(binding.get(variable));
            }
            row++;
        }
        return new TableStep(variables, columns, row);
    }
}
