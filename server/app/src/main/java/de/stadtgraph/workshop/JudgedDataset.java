package de.stadtgraph.workshop;

import de.stadtgraph.catalog.Dataset;
import org.apache.jena.graph.Graph;

/// A dataset with the content of its current release, as a preview judges it. Immutable by contract: nobody writes to
/// the graph while it is judged.
///
/// @param dataset the description
/// @param release number of the release that the data are
/// @param data the published statements
public record JudgedDataset(Dataset dataset, long release, Graph data) {}
