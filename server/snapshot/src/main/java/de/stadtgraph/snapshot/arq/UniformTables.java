package de.stadtgraph.snapshot.arq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;

/// VALUES with UNDEF as a union of tables in each of which every row binds the same variables. Stateless.
///
/// ARQ 5.6.0 takes every variable of a table for bound in each row, and moves a filter that stands outside a join into
/// the table, where it drops the rows with UNDEF. Of a union it knows better. Rows that bind nothing it counts once,
/// however many there are; so each is a table of its own.
public final class UniformTables {
    private UniformTables() {}

    /// Rewrites the tables of a query before ARQ's optimiser sees them.
    public static void useIn(Context context) {
        RewriteFactory optimiser =
                of -> op -> Optimize.stdOptimizationFactory.create(of).rewrite(rewrite(op));
        context.set(ARQConstants.sysOptimizerFactory, optimiser);
    }

    static Op rewrite(Op op) {
        return Transformer.transform(new Split(), op);
    }

    private static final class Split extends TransformCopy {
        @Override
        public Op transform(OpTable op) {
            if (op.getTable() instanceof StoredTerms) {
                return op;
            }
            List<Var> variables = op.getTable().getVars();
            Map<Set<Var>, Table> tables = new LinkedHashMap<>();
            List<Op> parts = new ArrayList<>();
            op.getTable().rows().forEachRemaining(row -> {
                Set<Var> bound = bound(row, variables);
                if (bound.isEmpty()) {
                    parts.add(OpTable.unit());
                } else {
                    tables.computeIfAbsent(bound, Split::table).addBinding(row);
                }
            });
            boolean uniform =
                    parts.isEmpty() && (tables.isEmpty() || tables.keySet().equals(Set.of(Set.copyOf(variables))));
            tables.values().forEach(table -> parts.add(OpTable.create(table)));
            return uniform ? op : parts.stream().reduce(OpUnion::create).orElse(op);
        }

        private static Set<Var> bound(Binding row, List<Var> variables) {
            Set<Var> bound = new LinkedHashSet<>(variables);
            bound.removeIf(each -> !row.contains(each));
            return bound;
        }

        private static Table table(Set<Var> variables) {
            return TableFactory.create(List.copyOf(variables));
        }
    }
}
