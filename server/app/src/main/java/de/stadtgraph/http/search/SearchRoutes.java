package de.stadtgraph.http.search;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import de.stadtgraph.search.SearchIndexes;
import java.util.List;

/// The routes of the search.
public final class SearchRoutes {
    private SearchRoutes() {}

    public static List<Route> of(Front front, SearchIndexes indexes) {
        var search = new Search(indexes);
        var suggestions = new Suggestions(indexes);
        return List.of(
                Route.get("/search", "search", front.reading(search::answer)),
                Route.get("/search/suggest", "suggest", front.reading(suggestions::answer)));
    }
}
