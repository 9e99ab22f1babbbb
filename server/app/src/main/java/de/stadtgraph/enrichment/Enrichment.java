package de.stadtgraph.enrichment;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/// Derives statements from a candidate's geometry.
public interface Enrichment {

    /// Statements to be added to the candidate, in an order that depends on nothing but the candidate.
    List<Triple> of(Graph candidate);
}
