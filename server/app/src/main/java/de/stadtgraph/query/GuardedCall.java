package de.stadtgraph.query;

import de.stadtgraph.snapshot.arq.GuardedExpression;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalTypeException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/// A function of the engine under the meter: arguments are measured before, the value after.
final class GuardedCall extends ExprFunctionN implements GuardedExpression {
    private final ExprFunction original;
    private final ValueGuard guard;

    GuardedCall(ExprFunction original, ExprList arguments, ValueGuard guard) {
        super(original.getFunctionSymbol().getSymbol(), arguments);
        this.original = original;
        this.guard = guard;
    }

    @Override
    public Expr original() {
        return original;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        guard.arguments(values);
        try {
            return guard.value(call(values));
        } catch (StackOverflowError e) {
            throw guard.tooDeep(e);
        } catch (Node.NotLiteral e) {
            // ARQ's parts of dates throw what is no error of an expression: the whole filter would be false
            throw new ExprEvalTypeException("not a literal", e);
        }
    }

    private NodeValue call(List<NodeValue> values) {
        return switch (original) {
            case E_Regex _ -> GuardedText.matches(values, guard);
            case E_StrReplace _ -> GuardedText.replace(values, guard);
            case E_Add sum -> sum(sum, values);
            case ExprFunction1 one -> one.eval(values.get(0));
            case ExprFunction2 two -> two.eval(values.get(0), values.get(1));
            case ExprFunction3 three ->
                three.eval(values.get(0), values.get(1), values.size() > 2 ? values.get(2) : null);
            case ExprFunctionN many -> many.eval(values);
            default -> throw new IllegalStateException("not guarded: " + original.getClass());
        };
    }

    /// ARQ joins strings by `+`; SPARQL 1.1 (section 17.3) has no such operator.
    private static NodeValue sum(E_Add sum, List<NodeValue> values) {
        if (values.stream().anyMatch(value -> value.isString() || value.isLangString())) {
            throw new ExprEvalTypeException("+ of a string");
        }
        return sum.eval(values.get(0), values.get(1));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new GuardedCall(original, arguments, guard);
    }
}
