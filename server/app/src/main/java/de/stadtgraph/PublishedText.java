package de.stadtgraph;

import de.stadtgraph.query.TextSearch;
import de.stadtgraph.search.SearchIndex;
import de.stadtgraph.search.SearchIndexes;
import de.stadtgraph.search.Searched;
import de.stadtgraph.store.Generation;
import java.util.List;
import java.util.function.Function;

/// What `text:query` finds in the published states.
///
/// @param indexes of the text
public record PublishedText(SearchIndexes indexes) implements TextSearch {

    @Override
    public List<Match> things(Generation generation, String words, int limit) {
        return found(generation, index -> index.subjects(words, limit));
    }

    @Override
    public List<Match> literals(Generation generation, LiteralRequest request) {
        return found(
                generation,
                index -> index.literals(new SearchIndex.Literals(
                        request.words(), request.properties(), request.language(), request.limit())));
    }

    private List<Match> found(Generation generation, Function<SearchIndex, List<SearchIndex.Match>> search) {
        try (var hold = indexes.of(new Searched(generation.index()))) {
            return hold.index().map(search).orElse(List.of()).stream()
                    .map(match -> new Match(match.node(), match.score()))
                    .toList();
        }
    }
}
