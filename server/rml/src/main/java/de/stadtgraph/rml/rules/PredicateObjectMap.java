package de.stadtgraph.rml.rules;

import java.util.List;

/// `rml:PredicateObjectMap` (RML-Core): every predicate with every object, in every graph.
public record PredicateObjectMap(List<TermMap> predicates, List<ObjectRule> objects, List<TermMap> graphs) {
    public PredicateObjectMap {
        predicates = List.copyOf(predicates);
        objects = List.copyOf(objects);
        graphs = List.copyOf(graphs);
    }
}
