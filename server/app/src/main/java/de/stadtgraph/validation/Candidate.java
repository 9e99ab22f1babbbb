package de.stadtgraph.validation;

import org.apache.jena.graph.Graph;

/// What is judged before it may be published. Immutable by contract: nobody writes to the graphs while they are judged.
///
/// @param data the mapped and enriched graph; its nodes are judged
/// @param description the dataset's own description (`dataset.ttl`); its nodes are judged too
/// @param lookups code lists and whatever else rules look into; its nodes are not judged
public record Candidate(Graph data, Graph description, Graph lookups) {}
