package de.stadtgraph.rml.rules;

import org.jspecify.annotations.Nullable;

/// `rml:TermMap` (RML-Core): an expression and the kind of term its values become.
///
/// @param datatype `rml:datatypeMap`; at most one of datatype and language
/// @param language `rml:languageMap`
/// @param condition `rml:condition` (RML-FNML): no term where it is not true
/// @param gather `rml:gather` (RML-CC): the terms are heads of collections, or fresh nodes without an expression
public record TermMap(
        ExpressionMap expression,
        TermType type,
        @Nullable ExpressionMap datatype,
        @Nullable ExpressionMap language,
        @Nullable ExpressionMap condition,
        @Nullable GatherMap gather,
        long line) {
    /// The same, whatever its condition says.
    public TermMap unconditional() {
        return new TermMap(expression, type, datatype, language, null, gather, line);
    }

    /// The same, of which only the term itself is of interest.
    public TermMap ungathered() {
        return new TermMap(expression, type, datatype, language, condition, null, line);
    }
}
