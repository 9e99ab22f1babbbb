package de.stadtgraph.rml.rules;

import java.util.List;
import org.apache.jena.graph.Node;

/// `rml:SubjectMap` (RML-Core), with its classes and graphs.
public record SubjectMap(TermMap term, List<Node> classes, List<TermMap> graphs) {
    public SubjectMap {
        classes = List.copyOf(classes);
        graphs = List.copyOf(graphs);
    }
}
