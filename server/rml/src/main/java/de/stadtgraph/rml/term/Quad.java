package de.stadtgraph.rml.term;

import org.jspecify.annotations.Nullable;

/// An RDF quad.
///
/// @param graph null for the default graph
public record Quad(
        Term subject,
        String predicate,
        Term object,
        @Nullable Term graph) {}
