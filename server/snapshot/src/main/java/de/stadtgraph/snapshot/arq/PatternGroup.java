package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.plan.Condition;
import de.stadtgraph.snapshot.plan.FilterStep;
import de.stadtgraph.snapshot.plan.Pattern;
import de.stadtgraph.snapshot.plan.Planner;
import de.stadtgraph.snapshot.plan.Shape;
import de.stadtgraph.snapshot.plan.Step;
import de.stadtgraph.snapshot.plan.TableStep;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;

/// Joins, sequences, patterns and their filters, flattened: the planner orders them. One use.
final class PatternGroup {
    private final OpCompiler compiler;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<Step> others = new ArrayList<>();
    private final List<Pending> filters = new ArrayList<>();
    private final List<PendingPath> paths = new ArrayList<>();
    private boolean empty;

    PatternGroup(OpCompiler compiler) {
        this.compiler = compiler;
    }

    private record Pending(Expr expression, Scope scope) {}

    private record PendingPath(PathCompiler walker, TriplePath path) {}

    void add(Op op, Scope scope) {
        switch (op) {
            case OpBGP bgp ->
                bgp.getPattern().forEach(triple -> {
                    Pattern pattern = compiler.pattern(triple, scope);
                    empty |= pattern == null;
                    if (pattern == null) {
                        others.add(TableStep.none(compiler.variables(triple, scope)));
                    } else {
                        patterns.add(pattern);
                    }
                });
            case OpJoin join -> {
                add(join.getLeft(), scope);
                add(join.getRight(), scope);
            }
            case OpSequence sequence -> {
                add(sequence.getElements().getFirst(), scope);
                sequence.getElements().stream().skip(1).forEach(each -> add(each, scope.inside()));
            }
            case OpGraph graph
            when graph.getSubOp() instanceof OpBGP && scope.graph() == null ->
                add(graph.getSubOp(), compiler.inGraph(graph, scope));
            case OpFilter filter
            when isFlat(filter.getSubOp(), filter.getExprs()) -> {
                add(filter.getSubOp(), scope);
                Expressions.conjuncts(filter.getExprs()).forEach(each -> filters.add(new Pending(each, scope)));
            }
            case OpPath path -> path(path, scope);
            default -> others.add(compiler.compile(op, scope));
        }
    }

    private void path(OpPath path, Scope scope) {
        PathCompiler walker = new PathCompiler(compiler, scope);
        Step alone = walker.alone(path.getTriplePath());
        if (alone == null) {
            paths.add(new PendingPath(walker, path.getTriplePath()));
        } else {
            others.add(alone);
        }
    }

    /// A filter whose variables are all bound below means the same on the whole join.
    static boolean isFlat(Op below, ExprList conditions) {
        boolean exists = conditions.getList().stream().anyMatch(ExprFunctionOp.class::isInstance);
        return !exists && OpVars.fixedVars(below).containsAll(conditions.getVarsMentioned());
    }

    Step plan() {
        List<Step> loose = loose();
        Shape planned = Shape.UNIT;
        for (Pattern pattern : patterns) {
            planned = planned.and(pattern.shape(), 1, Shape.UNSORTED);
        }
        for (Step other : others) {
            planned = planned.and(other.shape(), 1, Shape.UNSORTED);
        }
        Shape all = planned;
        for (Step other : loose) {
            all = all.and(other.shape(), 1, Shape.UNSORTED);
        }
        if (empty && paths.isEmpty()) {
            return TableStep.none(all.variables());
        }
        return filtered(planned, loose);
    }

    /// The conditions that the planner can place, its plan, and then what it does not order.
    private Step filtered(Shape planned, List<Step> loose) {
        List<Pending> early =
                filters.stream().filter(each -> isSure(each, planned)).toList();
        Step result = Planner.plan(patterns, others, conditions(early, planned));
        for (PendingPath each : paths) {
            result = each.walker().from(result, each.path());
        }
        for (Step other : loose) {
            result = Planner.looseJoin(result, other);
        }
        List<Pending> late = new ArrayList<>(filters);
        late.removeAll(early);
        return FilterStep.of(result, conditions(late, result.shape()));
    }

    private List<Condition> conditions(List<Pending> pending, Shape shape) {
        return pending.stream()
                .map(each -> compiler.expressions().condition(each.expression(), shape, each.scope()))
                .toList();
    }

    private boolean isSure(Pending filter, Shape shape) {
        int[] variables = compiler.slots().of(filter.expression().getVarsMentioned());
        boolean sure = variables.length > 0;
        for (int variable : variables) {
            sure &= shape.isCertain(variable);
        }
        return sure;
    }

    /// Takes out the inputs that share a variable which may be unbound: they are joined last, by compatible rows.
    private List<Step> loose() {
        List<Step> loose = new ArrayList<>();
        for (Step other : List.copyOf(others)) {
            for (int variable : other.shape().variables()) {
                if (!other.shape().isCertain(variable) && isShared(variable, other) && !loose.contains(other)) {
                    loose.add(other);
                }
            }
        }
        others.removeAll(loose);
        return loose;
    }

    private boolean isShared(int variable, Step except) {
        return patterns.stream().anyMatch(each -> each.has(variable))
                || others.stream()
                        .anyMatch(each -> !each.equals(except) && each.shape().has(variable));
    }
}
