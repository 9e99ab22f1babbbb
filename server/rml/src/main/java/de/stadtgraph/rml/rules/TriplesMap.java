package de.stadtgraph.rml.rules;

import java.util.List;

/// `rml:TriplesMap` (RML-Core): one subject a row, and what is said of it.
///
/// @param baseIri `rml:baseIRI`, or empty
public record TriplesMap(
        String name, long line, Origin origin, String baseIri, SubjectMap subject, List<PredicateObjectMap> rules) {
    public TriplesMap {
        rules = List.copyOf(rules);
    }
}
