package de.stadtgraph.rml.rules;

import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/// `rml:ExpressionMap` (RML-Core, RML-FNML): how values are made from a row.
public sealed interface ExpressionMap {
    /// `rml:constant`.
    record Constant(Node value) implements ExpressionMap {
        /// The IRI or the lexical form.
        public String text() {
            return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
        }
    }

    /// `rml:reference`: a column, a JSONPath or a field of a view.
    record Reference(String text, long line) implements ExpressionMap {}

    /// `rml:template`, split at its braces.
    record Template(List<TemplatePart> parts, long line) implements ExpressionMap {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /// `rml:functionExecution`.
    ///
    /// @param output the IRI of `rml:return`, or empty for the function's only one
    record FunctionExecution(String function, List<Input> inputs, String output, long line) implements ExpressionMap {
        public FunctionExecution {
            inputs = List.copyOf(inputs);
        }
    }

    /// No expression: a fresh blank node a row.
    record FreshNode() implements ExpressionMap {}

    /// `rml:Input`.
    record Input(String parameter, ExpressionMap value, long line) {}

    /// A piece of a template: literal text, or a reference.
    record TemplatePart(String text, boolean reference) {
        /// Written out: see [LogicalSource#equals].
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TemplatePart that && reference == that.reference && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return 31 * text.hashCode() + Boolean.hashCode(reference);
        }
    }
}
