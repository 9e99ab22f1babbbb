package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.geo.GeoFunction;
import de.stadtgraph.snapshot.plan.Computed;
import de.stadtgraph.snapshot.plan.Condition;
import de.stadtgraph.snapshot.plan.Shape;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.function.FunctionEnv;

/// Makes conditions and computed values of ARQ's expressions. One query.
final class Expressions {
    private static final int ANY = 0xFFFF;
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";

    private final Slots slots;
    private final QueryTerms terms;
    private final FunctionEnv environment;

    Expressions(Slots slots, QueryTerms terms, FunctionEnv environment) {
        this.slots = slots;
        this.terms = terms;
        this.environment = environment;
    }

    /// The conditions of a filter: a conjunction holds where each of its parts does.
    static List<Expr> conjuncts(ExprList expressions) {
        List<Expr> parts = new ArrayList<>();
        expressions.getList().forEach(each -> split(each, parts));
        return parts;
    }

    private static void split(Expr expression, List<Expr> parts) {
        if (expression instanceof E_LogicalAnd and) {
            split(and.getArg1(), parts);
            split(and.getArg2(), parts);
        } else {
            parts.add(expression);
        }
    }

    /// A condition on rows of a shape.
    Condition condition(Expr expression, Shape shape, Scope scope) {
        check(expression, shape, scope);
        Evaluation evaluation = new Evaluation(expression, slots, terms, environment);
        int[] variables = evaluation.variables();
        return new ExprCondition(evaluation, variables.length == 1 ? tags(shape, variables[0]) : ANY);
    }

    /// A value computed from rows of a shape.
    Computed computed(Expr expression, Shape shape, Scope scope) {
        check(expression, shape, scope);
        Evaluation evaluation = new Evaluation(expression, slots, terms, environment);
        if (expression.isVariable()) {
            int variable = evaluation.variables()[0];
            return new ExprComputed(evaluation, tags(shape, variable), shape.isCertain(variable));
        }
        if (expression.isConstant()) {
            long id = terms.id(expression.getConstant().asNode());
            return new ExprComputed(evaluation, id < 0 ? ANY : 1 << TermId.tag(id), true);
        }
        return new ExprComputed(evaluation, ANY, false);
    }

    private static int tags(Shape shape, int variable) {
        return shape.isCertain(variable) ? shape.tagsOf(variable) : ANY;
    }

    private void check(Expr expression, Shape shape, Scope scope) {
        pure(expression);
        for (Var variable : expression.getVarsMentioned()) {
            if (scope.correlated() && !shape.isCertain(slots.of(variable))) {
                throw new NotVectorised("outer variable in an expression");
            }
            if (scope.graph() != null && variable.equals(scope.graph())) {
                throw new NotVectorised("graph variable in an expression inside GRAPH");
            }
        }
    }

    /// Whether it has the same value each time.
    private static void pure(Expr expression) {
        if (!ExprLib.isStable(expression)) {
            throw new NotVectorised("function with a new value each time");
        }
        known(expression);
    }

    private static void known(Expr expression) {
        switch (expression) {
            case ExprFunctionOp _ -> throw new NotVectorised("EXISTS inside an expression");
            case E_Function call
            when !isPure(call.getFunctionIRI()) -> throw new NotVectorised("function " + call.getFunctionIRI());
            case ExprFunction function -> function.getArgs().forEach(Expressions::known);
            default -> {
                return;
            }
        }
    }

    private static boolean isPure(String function) {
        return function.startsWith(XSD)
                || function.startsWith(MATH)
                || GeoFunction.of(function).isPresent();
    }
}
