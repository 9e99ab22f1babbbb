package de.stadtgraph.http.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Visit;
import de.stadtgraph.search.Hits;
import de.stadtgraph.search.SearchIndex;
import de.stadtgraph.search.SearchIndexes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;

/// Answers `/search/suggest`: at most ten things whose label begins with what was typed.
final class Suggestions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Negotiated ANSWER = new Negotiated(MediaTypes.JSON, "application/json", true);
    private static final int MOST = 10;

    private final SearchIndexes indexes;

    Suggestions(SearchIndexes indexes) {
        this.indexes = indexes;
    }

    void answer(Visit visit) throws JsonProcessingException {
        if (visit.isUnchanged(ANSWER, "q", "type", "scheme")) {
            return;
        }
        String typed = given(visit, "q").orElse("");
        Optional<String> scheme = given(visit, "scheme").map(name -> scheme(visit, name));
        var filter = new SearchIndex.Filter(given(visit, "type"), scheme, MOST);
        List<Hits.Suggestion> found;
        try (var hold = indexes.of(Search.searched(visit.generation()))) {
            found = hold.index()
                    .map(index -> index.suggest(typed, filter, visit.language().tag()))
                    .orElse(List.of());
        }
        Labels labels = visit.labels();
        List<Map<String, String>> suggestions = new ArrayList<>();
        for (Hits.Suggestion suggestion : found) {
            Map<String, String> json = new LinkedHashMap<>();
            json.put("iri", suggestion.iri());
            json.put("label", suggestion.label());
            json.put(
                    "hint",
                    suggestion.scheme().isEmpty()
                            ? ""
                            : labels.of(NodeFactory.createURI(suggestion.scheme()))
                                    .text());
            visit.hrefs().local(suggestion.iri()).ifPresent(path -> json.put("url", path));
            suggestions.add(json);
        }
        visit.send(ANSWER, JSON.writeValueAsBytes(suggestions));
    }

    private static Optional<String> given(Visit visit, String name) {
        return Optional.ofNullable(visit.context().queryParam(name)).filter(value -> !value.isBlank());
    }

    /// A scheme by IRI, or by its name.
    private static String scheme(Visit visit, String name) {
        return name.contains(":") ? name : visit.site().iris().iri("kos/" + name);
    }
}
