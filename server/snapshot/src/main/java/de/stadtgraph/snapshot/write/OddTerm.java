package de.stadtgraph.snapshot.write;

import org.apache.jena.graph.Node;

/// Writes a term that is not just copied: one with characters to escape, a blank node, a triple term.
@FunctionalInterface
public interface OddTerm {

    /// The term as the format has it.
    String text(Node term);
}
