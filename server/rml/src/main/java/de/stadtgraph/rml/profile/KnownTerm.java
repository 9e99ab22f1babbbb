package de.stadtgraph.rml.profile;

import java.util.List;

/// A property of an ontology at hand.
///
/// @param iri its IRI
/// @param relation whether its values are things (`owl:ObjectProperty`)
/// @param names labels in all languages, synonyms, the local name
public record KnownTerm(String iri, boolean relation, List<String> names) {
    public KnownTerm {
        names = List.copyOf(names);
    }
}
