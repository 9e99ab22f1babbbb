package de.stadtgraph.rml.rules;

import java.util.List;

/// A whole mapping: its triples maps in the order of the file.
public record Rules(List<TriplesMap> triplesMaps) {
    public Rules {
        triplesMaps = List.copyOf(triplesMaps);
        if (triplesMaps.isEmpty()) {
            throw new RuleException("no-triples-map", 0, "the mapping has no rml:TriplesMap with a logical source");
        }
    }
}
