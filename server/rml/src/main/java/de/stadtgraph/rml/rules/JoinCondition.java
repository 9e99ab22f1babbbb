package de.stadtgraph.rml.rules;

/// `rml:JoinCondition`: both expressions give an equal text.
public record JoinCondition(ExpressionMap child, ExpressionMap parent) {}
