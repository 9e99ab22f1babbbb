package de.stadtgraph.query;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/// An expression whose value is measured: an argument of a function called by IRI, or a part of a joined string.
final class CheckedValue extends ExprFunctionN {

    /// What the value is for.
    enum Use {
        VALUE,
        NUMBER,
        EXPONENT,
        KEPT
    }

    private final ValueGuard guard;
    private final Use use;
    private final long extra;

    CheckedValue(Expr expression, ValueGuard guard, Use use, long extra) {
        super("checked", new ExprList(expression));
        this.guard = guard;
        this.use = use;
        this.extra = extra;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        NodeValue value = values.getFirst();
        switch (use) {
            case VALUE -> guard.value(value);
            case NUMBER -> guard.number(value);
            case EXPONENT -> guard.exponent(value);
            case KEPT -> guard.kept(value, extra);
        }
        return value;
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new CheckedValue(arguments.get(0), guard, use, extra);
    }
}
