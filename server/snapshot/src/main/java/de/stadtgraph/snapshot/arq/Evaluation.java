package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.plan.Variables;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/// ARQ's evaluation of an expression on ids. One query, one thread.
final class Evaluation {
    private final Expr expression;
    private final int[] variables;
    private final Var[] names;
    private final QueryTerms terms;
    private final FunctionEnv environment;
    private final BindingBuilder builder = BindingBuilder.create();

    Evaluation(Expr expression, Slots slots, QueryTerms terms, FunctionEnv environment) {
        this.expression = expression;
        this.names = expression.getVarsMentioned().toArray(Var[]::new);
        this.variables = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            variables[i] = slots.of(names[i]);
        }
        this.terms = terms;
        this.environment = environment;
    }

    Expr expression() {
        return expression;
    }

    int[] variables() {
        return variables;
    }

    QueryTerms terms() {
        return terms;
    }

    /// Columns of the variables in a layout; -1 for one that is never bound.
    int[] places(int[] layout) {
        return Variables.places(layout, variables);
    }

    /// Whether it is true for the only variable's id.
    boolean holds(long id) {
        return isTrue(one(id));
    }

    boolean holds(long[][] columns, int[] places, int row) {
        return isTrue(binding(columns, places, row));
    }

    /// Whether it is true for a term.
    boolean holds(Node node) {
        builder.reset();
        builder.add(names[0], node);
        return isTrue(builder.build());
    }

    /// The id of its value for the only variable's id; 0 for an error.
    long value(long id) {
        return value(one(id));
    }

    long value(long[][] columns, int[] places, int row) {
        return value(binding(columns, places, row));
    }

    private boolean isTrue(Binding row) {
        try {
            return expression.isSatisfied(row, environment);
        } catch (Node.NotLiteral _) {
            // ARQ's HOURS and its like fail so on an IRI: an error as any other
            return false;
        }
    }

    private long value(Binding row) {
        try {
            NodeValue value = ExprLib.evalOrNull(expression, row, environment);
            return value == null ? 0 : terms.id(value.asNode());
        } catch (Node.NotLiteral _) {
            return 0;
        }
    }

    private Binding one(long id) {
        builder.reset();
        Node node = terms.node(id);
        if (node != null && names.length > 0) {
            builder.add(names[0], node);
        }
        return builder.build();
    }

    private Binding binding(long[][] columns, int[] places, int row) {
        builder.reset();
        for (int i = 0; i < names.length; i++) {
            Node node = places[i] < 0 ? null : terms.node(columns[places[i]][row]);
            if (node != null) {
                builder.add(names[i], node);
            }
        }
        return builder.build();
    }
}
