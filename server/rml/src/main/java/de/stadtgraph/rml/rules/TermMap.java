package de.stadtgraph.rml.rules;

import org.jspecify.annotations.Nullable;

/// `rml:TermMap` (RML-Core): an expression and the kind of term its values become.
///
/// @param datatype `rml:datatypeMap`; at most one of datatype and language
/// @param language `rml:languageMap`
/// @param condition `rml:condition` (RML-FNML): no term where it is not true
public record TermMap(
        ExpressionMap expression,
        TermType type,
        @Nullable ExpressionMap datatype,
        @Nullable ExpressionMap language,
        @Nullable ExpressionMap condition,
        long line) {}
