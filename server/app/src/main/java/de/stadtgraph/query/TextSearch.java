package de.stadtgraph.query;

import de.stadtgraph.store.Generation;
import java.util.List;

/// The full text of a state as queries see it, by `text:query`; the root fills it. Safe for many threads.
@FunctionalInterface
public interface TextSearch {

    /// No text: nothing is ever found.
    TextSearch NONE = (_, _, _) -> List.of();

    /// A thing and how well it fits.
    record Match(String iri, double score) {}

    /// The things that fit some words best, at most so many.
    List<Match> find(Generation generation, String words, int limit);
}
