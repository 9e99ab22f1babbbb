package de.stadtgraph.search;

import java.util.List;
import java.util.Optional;

/// What is looked for. Immutable.
///
/// @param clauses the words and phrases, all of which must be found
/// @param type IRI of the class of the hits
/// @param dataset slug of a dataset that says something of the hits
/// @param district IRI of the district in which the hits lie
/// @param offset hits that are passed over
/// @param size hits at the most
public record SearchRequest(
        List<SearchWords.Clause> clauses,
        Optional<String> type,
        Optional<String> dataset,
        Optional<String> district,
        int offset,
        int size) {
    public SearchRequest {
        clauses = List.copyOf(clauses);
    }

    /// The first hits for some words, whatever they are.
    public static SearchRequest of(List<SearchWords.Clause> clauses, int size) {
        return new SearchRequest(clauses, Optional.empty(), Optional.empty(), Optional.empty(), 0, size);
    }
}
