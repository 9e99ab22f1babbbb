package de.stadtgraph.query;

import java.util.HashSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpAntiJoin;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSemiJoin;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.expr.ExprAggregator;

/// Runs the operators of one query, with the meter around each (`design: query gate, budget`).
///
/// What an operator keeps is charged row by row while it takes its input: sorts all rows, groups and DISTINCT the
/// distinct keys, joins the side that becomes a table, paths a few bytes for each triple they touch.
final class MeteredExecutor extends OpExecutor {
    private static final long ROW_BYTES = 64;
    private static final long TERM_BYTES = 32;
    private static final long PATH_BYTES = 8;
    private static final long DISTINCT_BYTES = 48;
    private static final int SHORT_TEXT = 64;

    private final QueryMeter meter;

    MeteredExecutor(ExecutionContext context, QueryMeter meter) {
        super(context);
        this.meter = meter;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        meter.step(1);
        QueryIterator rows = super.exec(op, input);
        if (rows.equals(input) || rows instanceof QueryIterRoot || rows instanceof MeteredIterator) {
            return rows;
        }
        return new MeteredIterator(rows, execCxt, meter, _ -> 0);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        if (!(execCxt.getActiveGraph() instanceof MeteredGraph graph)) {
            return super.execute(path, input);
        }
        var collecting = ExecutionContext.copyChangeActiveGraph(execCxt, graph.collecting(PATH_BYTES));
        return new QueryIterPath(path.getTriplePath(), input, collecting);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        QueryIterator rows = exec(order.getSubOp(), input);
        return new QueryIterSort(held(rows), order.getConditions(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpTopN top, QueryIterator input) {
        meter.hold(Math.max(0, top.getLimit()) * ROW_BYTES);
        return super.execute(top, input);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return held(super.execute(distinct, input));
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        QueryIterator rows = exec(group.getSubOp(), input);
        var metered = new MeteredIterator(rows, execCxt, meter, new GroupSize(group));
        return new QueryIterGroup(metered, group.getGroupVars(), group.getAggregators(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator right = exec(join.getRight(), root());
        return Join.join(held(left), right, execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator right = exec(join.getRight(), root());
        return Join.leftJoin(left, held(right), join.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpSemiJoin join, QueryIterator input) {
        meter.hold(ROW_BYTES);
        return super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpAntiJoin join, QueryIterator input) {
        meter.hold(ROW_BYTES);
        return super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        QueryIterator left = exec(minus.getLeft(), input);
        QueryIterator right = exec(minus.getRight(), root());
        Set<Var> common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return QueryIterMinus.create(left, held(right), common, execCxt);
    }

    private QueryIterator held(QueryIterator rows) {
        return new MeteredIterator(rows, execCxt, meter, MeteredExecutor::size);
    }

    static long size(Binding row) {
        long[] bytes = {ROW_BYTES};
        row.forEach((_, term) -> bytes[0] += size(term));
        return bytes[0];
    }

    private static long size(Node term) {
        if (term.isLiteral()) {
            int chars = term.getLiteralLexicalForm().length();
            return chars > SHORT_TEXT ? TERM_BYTES + 2L * chars : TERM_BYTES;
        }
        return TERM_BYTES;
    }

    /// Charges a row when it begins a new group, and a little for each row of a DISTINCT aggregate.
    private final class GroupSize implements ToLongFunction<Binding> {
        private final OpGroup group;
        private final Set<Binding> keys = new HashSet<>();
        private final long distinct;

        GroupSize(OpGroup group) {
            this.group = group;
            this.distinct = DISTINCT_BYTES
                    * group.getAggregators().stream()
                            .filter(GroupSize::isDistinct)
                            .count();
        }

        private static boolean isDistinct(ExprAggregator aggregator) {
            return aggregator.getAggregator().getClass().getSimpleName().endsWith("Distinct");
        }

        @Override
        public long applyAsLong(Binding row) {
            if (group.getGroupVars().isEmpty()) {
                return distinct;
            }
            Binding key = key(row);
            return keys.add(key) ? distinct + 2 * size(key) : distinct;
        }

        private Binding key(Binding row) {
            var key = BindingFactory.builder();
            for (Var variable : group.getGroupVars().getVars()) {
                var value = group.getGroupVars().hasExpr(variable)
                        ? group.getGroupVars().get(variable, row, execCxt)
                        : row.get(variable);
                if (value != null) {
                    key.add(variable, value);
                }
            }
            return key.build();
        }
    }
}
