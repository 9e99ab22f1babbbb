package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.plan.Aggregation;
import de.stadtgraph.snapshot.plan.Counts;
import de.stadtgraph.snapshot.plan.ExtendStep;
import de.stadtgraph.snapshot.plan.GroupStep;
import de.stadtgraph.snapshot.plan.OrderStep;
import de.stadtgraph.snapshot.plan.Step;
import de.stadtgraph.snapshot.plan.TableStep;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/// Compiles GROUP BY and ORDER BY. Expressions in them become variables first.
final class ModifierCompiler {
    private static final int HEAP_LIMIT = 10_000;

    private final OpCompiler compiler;
    private Step input;

    ModifierCompiler(OpCompiler compiler) {
        this.compiler = compiler;
        this.input = TableStep.unit();
    }

    Step compile(Op op, Scope scope) {
        return switch (op) {
            case OpOrder order -> order(order.getSubOp(), order.getConditions(), OrderStep.ALL, scope);
            case OpTopN top
            when top.getLimit() <= HEAP_LIMIT -> order(top.getSubOp(), top.getConditions(), top.getLimit(), scope);
            case OpGroup group -> group(group, scope);
            default -> throw new NotVectorised("operator " + op.getName());
        };
    }

    private Step order(Op below, List<SortCondition> conditions, int limit, Scope scope) {
        input = compiler.compile(below, scope);
        TermOrder order = new TermOrder(compiler.terms());
        List<OrderStep.By> by = new ArrayList<>();
        for (SortCondition condition : conditions) {
            int direction = condition.getDirection() == Query.ORDER_DESCENDING ? -1 : 1;
            by.add(new OrderStep.By(variable(condition.getExpression(), scope), order, direction));
        }
        return new OrderStep(input, by, limit);
    }

    private Step group(OpGroup group, Scope scope) {
        input = compiler.compile(group.getSubOp(), scope);
        int[] all = input.shape().variables();
        List<Var> keys = group.getGroupVars().getVars();
        int[] keyVariables = new int[keys.size()];
        for (int i = 0; i < keyVariables.length; i++) {
            Expr expression = group.getGroupVars().getExpr(keys.get(i));
            keyVariables[i] = compiler.slots().of(keys.get(i));
            if (expression != null) {
                extend(keyVariables[i], expression, scope);
            }
        }
        Optional<Step> known = known(group, keyVariables);
        if (known.isPresent()) {
            return known.get();
        }
        Aggregations aggregations = new Aggregations(compiler.terms());
        List<Aggregation> made = new ArrayList<>();
        for (ExprAggregator each : group.getAggregators()) {
            int[] reads = reads(each.getAggregator(), all, scope);
            made.add(aggregations.of(each.getAggregator(), compiler.slots().of(each.getVar()), reads));
        }
        return new GroupStep(input, keyVariables, made);
    }

    /// The groups, where the index knows all counts.
    private Optional<Step> known(OpGroup group, int[] keys) {
        List<Counts.Count> counts = new ArrayList<>();
        for (ExprAggregator each : group.getAggregators()) {
            int variable = compiler.slots().of(each.getVar());
            if (each.getAggregator() instanceof AggCount) {
                counts.add(new Counts.Count(variable, -1));
            } else if (each.getAggregator() instanceof AggCountVarDistinct distinct
                    && distinct.getExprList().get(0).isVariable()) {
                int counted = compiler.slots().of(distinct.getExprList().get(0).asVar());
                counts.add(new Counts.Count(variable, counted));
            } else {
                return Optional.empty();
            }
        }
        return switch (keys.length) {
            case 0 -> Counts.of(input, counts, TermId::integer);
            case 1 -> Counts.byValue(input, keys[0], counts, TermId::integer);
            default -> Optional.empty();
        };
    }

    private int[] reads(Aggregator aggregator, int[] all, Scope scope) {
        return switch (aggregator) {
            case AggCount _ -> new int[0];
            case AggCountDistinct _ -> compiler.named(all);
            default -> {
                ExprList arguments = aggregator.getExprList();
                if (arguments == null || arguments.size() != 1) {
                    throw new NotVectorised("aggregate " + aggregator.getName());
                }
                yield new int[] {variable(arguments.get(0), scope)};
            }
        };
    }

    /// The variable of an expression; a new one unless it is a variable already.
    private int variable(Expr expression, Scope scope) {
        if (expression.isVariable()) {
            return compiler.slots().of(expression.asVar());
        }
        int variable = compiler.slots().fresh();
        extend(variable, expression, scope);
        return variable;
    }

    private void extend(int variable, Expr expression, Scope scope) {
        if (input.shape().has(variable)) {
            throw new NotVectorised("assignment to a variable that is bound");
        }
        input = new ExtendStep(input, variable, compiler.expressions().computed(expression, input.shape(), scope));
    }
}
