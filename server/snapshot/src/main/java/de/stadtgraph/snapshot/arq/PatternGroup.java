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
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;

/// Joins, sequences, patterns and their filters, flattened: the planner orders them. One use.
final class PatternGroup {
    private final OpCompiler compiler;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<Step> others = new ArrayList<>();
    private final List<Pending> filters = new ArrayList<>();
    private boolean empty;

    PatternGroup(OpCompiler compiler) {
        this.compiler = compiler;
    }

    private record Pending(Expr expression, Scope scope) {}

    void add(Op op, Scope scope) {
        switch (op) {
            case OpBGP bgp -> bgp.getPattern().forEach(triple -> {
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
            case OpGraph graph when graph.getSubOp() instanceof OpBGP && scope.graph() == null ->
                add(graph.getSubOp(), compiler.inGraph(graph, scope));
            case OpFilter filter when isFlat(filter.getSubOp(), filter.getExprs()) -> {
                add(filter.getSubOp(), scope);
                Expressions.conjuncts(filter.getExprs()).forEach(each -> filters.add(new Pending(each, scope)));
            }
            default -> others.add(compiler.compile(op, scope));
        }
    }

    /// A filter whose variables are all bound below means the same on the whole join.
    static boolean isFlat(Op below, ExprList conditions) {
        boolean exists = conditions.getList().stream().anyMatch(ExprFunctionOp.class::isInstance);
        return !exists && OpVars.fixedVars(below).containsAll(conditions.getVarsMentioned());
    }

    Step plan() {
        checkKeys();
        Shape all = Shape.UNIT;
        for (Pattern pattern : patterns) {
            all = all.and(pattern.shape(), 1, Shape.UNSORTED);
        }
        for (Step other : others) {
            all = all.and(other.shape(), 1, Shape.UNSORTED);
        }
        List<Condition> conditions = new ArrayList<>();
        List<Condition> late = new ArrayList<>();
        for (Pending each : filters) {
            Condition condition = compiler.expressions().condition(each.expression(), all, each.scope());
            boolean sure = true;
            for (int variable : condition.variables()) {
                sure &= all.isCertain(variable);
            }
            (sure && condition.variables().length > 0 ? conditions : late).add(condition);
        }
        if (empty) {
            return TableStep.none(all.variables());
        }
        return FilterStep.of(Planner.plan(patterns, others, conditions), late);
    }

    /// A variable that may be unbound on one side is compatible with anything: no join by key.
    private void checkKeys() {
        List<Shape> shapes = new ArrayList<>();
        others.forEach(each -> shapes.add(each.shape()));
        for (int i = 0; i < shapes.size(); i++) {
            for (int variable : shapes.get(i).variables()) {
                if (!shapes.get(i).isCertain(variable) && isShared(variable, i, shapes)) {
                    throw new NotVectorised("join on a variable that may be unbound");
                }
            }
        }
    }

    private boolean isShared(int variable, int except, List<Shape> shapes) {
        for (int i = 0; i < shapes.size(); i++) {
            if (i != except && shapes.get(i).has(variable)) {
                return true;
            }
        }
        return patterns.stream().anyMatch(each -> each.has(variable));
    }
}
