package de.stadtgraph.http.dereference;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// What one state says about one IRI. Immutable.
///
/// @param subject the IRI
/// @param outgoing its statements, in all graphs
/// @param parts statements of its parts (`#geometry` …)
/// @param incoming statements that point to it, one page of them; of a property also examples of its use
/// @param counts how many statements point to it, by property
/// @param page number of the page of incoming statements, from 1
/// @param hasNext whether another page of incoming statements follows
/// @param hasMoreOutgoing whether another page of its own statements follows
record Description(
        Node subject,
        List<Quad> outgoing,
        List<Quad> parts,
        List<Quad> incoming,
        Map<Node, Long> counts,
        int page,
        boolean hasNext,
        boolean hasMoreOutgoing) {}
