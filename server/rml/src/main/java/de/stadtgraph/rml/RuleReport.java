package de.stadtgraph.rml;

/// What a triples map came to; the list of a report has all of them, in the order of the mapping.
public record RuleReport(String triplesMap, long quads) {}
