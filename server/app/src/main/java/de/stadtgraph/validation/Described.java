package de.stadtgraph.validation;

import org.apache.jena.graph.Graph;

/// Statements of a dataset with the description of the dataset, which may hold what its cubes say of themselves.
public record Described(Graph data, Graph description) {}
