package de.stadtgraph.rml.rules;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/// `rml:TermMap` (RML-Core): an expression and the kind of term its values become.
///
/// @param datatype `rml:datatypeMap`; at most one of datatype and language
/// @param language `rml:languageMap`
/// @param condition `rml:condition` (RML-FNML): no term where it is not true
/// @param gather `rml:gather` (RML-CC): the terms are heads of collections, or fresh nodes without an expression
/// @param isStrict whether a value that is rejected rejects its record (`sg:onRejectedValue "record"`)
public record TermMap(
        ExpressionMap expression,
        TermType type,
        @Nullable ExpressionMap datatype,
        @Nullable ExpressionMap language,
        @Nullable ExpressionMap condition,
        @Nullable GatherMap gather,
        boolean isStrict,
        long line) {
    /// A value that stands in the mapping.
    public static TermMap constant(Node value, TermType type, long line) {
        return new TermMap(new ExpressionMap.Constant(value), type, null, null, null, null, false, line);
    }

    /// The same, whatever its condition says.
    public TermMap unconditional() {
        return new TermMap(expression, type, datatype, language, null, gather, isStrict, line);
    }

    /// The same, of which only the term itself is of interest.
    public TermMap ungathered() {
        return new TermMap(expression, type, datatype, language, condition, null, isStrict, line);
    }
}
