package de.stadtgraph.rml.rules;

import java.util.List;

/// Where an object comes from: a term map, or the subjects of another triples map.
public sealed interface ObjectRule {
    /// `rml:ObjectMap`.
    record TermObject(TermMap term) implements ObjectRule {}

    /// `rml:RefObjectMap`: the subjects of the parent that join; without conditions, of the same row.
    record RefObjectMap(String parentTriplesMap, List<JoinCondition> conditions, long line) implements ObjectRule {
        public RefObjectMap {
            conditions = List.copyOf(conditions);
        }
    }
}
