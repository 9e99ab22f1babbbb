package de.stadtgraph.workshop;

import java.util.List;

/// A rule of a mapping that makes statements of one property. Immutable.
///
/// @param property IRI of the property
/// @param fields fields of the source that it reads
/// @param line line of the mapping file where its triples map begins, 0 when unknown
public record MappingRule(String property, List<String> fields, int line) {
    public MappingRule {
        fields = List.copyOf(fields);
    }
}
