package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.exec.SemiJoinRows;
import de.stadtgraph.snapshot.plan.Condition;
import de.stadtgraph.snapshot.plan.DistinctStep;
import de.stadtgraph.snapshot.plan.ExtendStep;
import de.stadtgraph.snapshot.plan.FilterStep;
import de.stadtgraph.snapshot.plan.LeftJoinStep;
import de.stadtgraph.snapshot.plan.Pattern;
import de.stadtgraph.snapshot.plan.PatternIndex;
import de.stadtgraph.snapshot.plan.ProjectStep;
import de.stadtgraph.snapshot.plan.Scan;
import de.stadtgraph.snapshot.plan.SemiJoinStep;
import de.stadtgraph.snapshot.plan.Shape;
import de.stadtgraph.snapshot.plan.SliceStep;
import de.stadtgraph.snapshot.plan.Step;
import de.stadtgraph.snapshot.plan.TableStep;
import de.stadtgraph.snapshot.plan.UnionStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/// Compiles algebra to a plan over ids, or says why not. One query.
final class OpCompiler {
    private final PatternIndex index;
    private final QueryTerms terms;
    private final Slots slots = new Slots();
    private final Expressions expressions;

    OpCompiler(PatternIndex index, QueryTerms terms, FunctionEnv environment) {
        this.index = index;
        this.terms = terms;
        this.expressions = new Expressions(slots, terms, environment);
    }

    PatternIndex index() {
        return index;
    }

    Slots slots() {
        return slots;
    }

    QueryTerms terms() {
        return terms;
    }

    Expressions expressions() {
        return expressions;
    }

    /// The plan of an operator and all below it.
    ///
    /// @throws NotVectorised when a part of it is left to ARQ
    Step compile(Op op, Scope scope) {
        return switch (op) {
            case OpBGP _, OpJoin _, OpSequence _, OpPath _ -> group(op, scope);
            case OpFilter filter -> filter(filter, scope);
            case OpGraph graph -> graph(graph, scope);
            case OpLeftJoin join -> leftJoin(join, scope);
            case OpConditional join -> conditional(join, scope);
            case OpMinus minus -> minus(minus, scope);
            case OpUnion union ->
                new UnionStep(List.of(compile(union.getLeft(), scope), compile(union.getRight(), scope)));
            case OpDisjunction union ->
                new UnionStep(union.getElements().stream()
                        .map(each -> compile(each, scope))
                        .toList());
            case OpExtend extend -> extend(compile(extend.getSubOp(), scope), extend.getVarExprList(), scope);
            case OpAssign assign -> extend(compile(assign.getSubOp(), scope), assign.getVarExprList(), scope);
            case OpTable table -> Tables.step(table.getTable(), slots, terms);
            case OpNull _ -> TableStep.none(new int[0]);
            case OpProject project -> project(project, scope);
            case OpDistinct distinct -> new DistinctStep(named(compile(distinct.getSubOp(), scope)));
            case OpReduced reduced -> new DistinctStep(named(compile(reduced.getSubOp(), scope)));
            case OpSlice slice -> slice(slice, scope);
            case OpOrder _, OpTopN _, OpGroup _ -> new ModifierCompiler(this).compile(op, alone(op, scope));
            default -> throw new NotVectorised("operator " + op.getName());
        };
    }

    /// A filter that ARQ moved into a subquery may read what only the rows around it bind: the subquery names it, but
    /// does not bind it.
    private Step project(OpProject project, Scope scope) {
        Op below = project.getSubOp();
        Set<Var> unbound = new HashSet<>(project.getVars());
        unbound.removeAll(OpVars.visibleVars(below));
        if (!unbound.isEmpty() && !Collections.disjoint(unbound, OpVars.mentionedVars(below))) {
            throw new NotVectorised("outer variable in an expression");
        }
        return new ProjectStep(compile(below, scope), slots.of(project.getVars()));
    }

    /// Without the variables that no query names, as the middle of a path: as in ARQ, DISTINCT does not see them.
    private Step named(Step input) {
        int[] all = input.shape().variables();
        int[] named = named(all);
        return named.length == all.length ? input : new ProjectStep(input, named);
    }

    /// Those of some variables that a query names.
    int[] named(int[] all) {
        return Arrays.stream(slots.visible(all))
                .filter(each -> !Var.isBlankNodeVar(slots.variable(each)))
                .toArray();
    }

    private static Scope alone(Op op, Scope scope) {
        if (scope.graph() != null) {
            throw new NotVectorised(op.getName() + " inside GRAPH ?g");
        }
        return scope;
    }

    private Step group(Op op, Scope scope) {
        PatternGroup group = new PatternGroup(this);
        group.add(op, scope);
        return group.plan();
    }

    private Step slice(OpSlice slice, Scope scope) {
        long offset = slice.getStart() == Query.NOLIMIT ? 0 : slice.getStart();
        long limit = slice.getLength() == Query.NOLIMIT ? Long.MAX_VALUE : slice.getLength();
        return new SliceStep(compile(slice.getSubOp(), alone(slice, scope)), offset, limit);
    }

    // ── patterns

    /// The pattern of a triple; nothing when a term is not in the data.
    @Nullable
    Pattern pattern(Triple triple, Scope scope) {
        long[] ids = new long[4];
        int[] variables = {-1, -1, -1, -1};
        Node[] nodes = {triple.getSubject(), triple.getPredicate(), triple.getObject()};
        for (int position = 0; position < nodes.length; position++) {
            Node node = nodes[position];
            if (node instanceof Var variable) {
                variables[position] = slots.of(variable);
            } else if (!node.isConcrete()) {
                throw new NotVectorised("pattern of a triple term");
            } else {
                ids[position] = terms.stored(node);
                if (ids[position] == 0) {
                    return null;
                }
            }
        }
        if (scope.graph() != null) {
            variables[3] = slots.of(scope.graph());
        }
        return new Pattern(index, scope.view(), ids, variables);
    }

    /// The variables of a triple pattern, rising.
    int[] variables(Triple triple, Scope scope) {
        List<Var> found = new ArrayList<>();
        for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
            if (node instanceof Var variable) {
                found.add(variable);
            }
        }
        if (scope.graph() != null) {
            found.add(scope.graph());
        }
        return Arrays.stream(slots.of(found)).sorted().distinct().toArray();
    }

    private Step graph(OpGraph graph, Scope scope) {
        if (scope.graph() != null) {
            throw new NotVectorised("GRAPH inside GRAPH ?g");
        }
        if (graph.getNode().isVariable()
                && !(graph.getSubOp() instanceof OpBGP bgp && !bgp.getPattern().isEmpty())) {
            throw new NotVectorised("more than triples inside GRAPH ?g");
        }
        Scope inside = inGraph(graph, scope);
        if (inside.view().kind() == Scan.Kind.ONE
                && !index.isGraph(inside.view().graph())) {
            return TableStep.none(Arrays.stream(slots.of(OpVars.visibleVars(graph.getSubOp())))
                    .sorted()
                    .toArray());
        }
        return compile(graph.getSubOp(), inside);
    }

    /// What the patterns inside GRAPH see.
    Scope inGraph(OpGraph graph, Scope scope) {
        Node name = graph.getNode();
        if (name.isVariable()
                && graph.getSubOp() instanceof OpBGP bgp
                && bgp.getPattern().isEmpty()) {
            throw new NotVectorised("the names of all graphs");
        }
        if (Quad.isUnionGraph(name) || Quad.isDefaultGraph(name)) {
            throw new NotVectorised("a name of ARQ for the union");
        }
        return scope.graph(name, name.isVariable() ? 0 : terms.stored(name));
    }

    // ── filters and joins

    private Step filter(OpFilter filter, Scope scope) {
        ExprList plain = new ExprList();
        List<ExprFunctionOp> exists = new ArrayList<>();
        for (Expr each : Expressions.conjuncts(filter.getExprs())) {
            if (each instanceof ExprFunctionOp op) {
                exists.add(op);
            } else {
                plain.add(each);
            }
        }
        Step result = plain.isEmpty() ? compile(filter.getSubOp(), scope) : plain(plain, filter.getSubOp(), scope);
        for (ExprFunctionOp each : exists) {
            result = exists(result, each, scope);
        }
        return result;
    }

    private Step plain(ExprList plain, Op below, Scope scope) {
        if (PatternGroup.isFlat(below, plain)) {
            PatternGroup group = new PatternGroup(this);
            group.add(OpFilter.filterBy(plain, below), scope);
            return group.plan();
        }
        return filtered(compile(below, scope), plain.getList(), scope);
    }

    private Step filtered(Step input, List<Expr> expressions, Scope scope) {
        return FilterStep.of(input, conditions(expressions, input.shape(), scope));
    }

    private List<Condition> conditions(List<Expr> conditions, Shape shape, Scope scope) {
        return conditions.stream()
                .map(each -> expressions.condition(each, shape, scope))
                .toList();
    }

    /// EXISTS puts the row's values in; the same as a semi-join when the inner pattern is evaluated by itself.
    private Step exists(Step left, ExprFunctionOp exists, Scope scope) {
        SemiJoinRows.Kept kept = switch (exists) {
            case E_Exists _ -> SemiJoinRows.Kept.WITH_PARTNER;
            case E_NotExists _ -> SemiJoinRows.Kept.WITHOUT_PARTNER;
            default -> throw new NotVectorised(exists.getFunctionName(null));
        };
        if (!ExistsPattern.isPlain(exists.getGraphPattern())) {
            throw new NotVectorised("EXISTS with more than patterns and filters");
        }
        Step right = compile(exists.getGraphPattern(), scope.inside());
        return new SemiJoinStep(left, right, kept);
    }

    private Step leftJoin(OpLeftJoin join, Scope scope) {
        ExprList conditions = join.getExprs() == null ? new ExprList() : join.getExprs();
        return leftJoin(compile(join.getLeft(), scope), compile(join.getRight(), scope), conditions, scope);
    }

    /// A left join whose right side may read the left row: its filter is part of the join condition.
    private Step conditional(OpConditional join, Scope scope) {
        Step left = compile(join.getLeft(), scope);
        if (join.getRight() instanceof OpFilter filter) {
            return leftJoin(left, compile(filter.getSubOp(), scope.inside()), filter.getExprs(), scope);
        }
        return leftJoin(left, compile(join.getRight(), scope.inside()), new ExprList(), scope);
    }

    private Step leftJoin(Step left, Step right, ExprList conditions, Scope scope) {
        if (conditions.isEmpty()) {
            return new LeftJoinStep(left, right, List.of());
        }
        if (scope.graph() != null) {
            throw new NotVectorised("OPTIONAL with a filter inside GRAPH ?g");
        }
        Shape both = left.shape().and(right.shape(), 1, Shape.UNSORTED);
        return new LeftJoinStep(left, right, conditions(Expressions.conjuncts(conditions), both, scope));
    }

    private Step minus(OpMinus minus, Scope scope) {
        Step left = compile(minus.getLeft(), alone(minus, scope));
        Step right = compile(minus.getRight(), new Scope(scope.view(), null, scope.correlated()));
        Set<Var> shared = OpVars.visibleVars(minus.getLeft());
        shared.retainAll(OpVars.visibleVars(minus.getRight()));
        if (shared.isEmpty()) {
            return left;
        }
        for (Var variable : shared) {
            int number = slots.of(variable);
            if (!left.shape().isCertain(number) || !right.shape().isCertain(number)) {
                throw new NotVectorised("MINUS on a variable that may be unbound");
            }
        }
        return new SemiJoinStep(left, right, SemiJoinRows.Kept.WITHOUT_PARTNER);
    }

    /// New variables, one after the other: a later expression may read an earlier variable.
    private Step extend(Step input, VarExprList assignments, Scope scope) {
        Step result = input;
        for (Map.Entry<Var, Expr> each : assignments.getExprs().entrySet()) {
            int variable = slots.of(each.getKey());
            if (result.shape().has(variable)) {
                throw new NotVectorised("assignment to a variable that is bound");
            }
            result = new ExtendStep(result, variable, expressions.computed(each.getValue(), result.shape(), scope));
        }
        return result;
    }
}
