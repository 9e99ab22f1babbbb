package de.stadtgraph.http.queries;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.Route;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.stored.StoredQueries;
import java.util.List;

/// The routes of the stored queries.
public final class QueryRoutes {
    private QueryRoutes() {}

    public static List<Route> of(Front front, QueryGate gate, QueryTransfer transfer, StoredQueries queries) {
        var list = new QueryList(queries);
        var answers = new QueryAnswers(gate, transfer, queries);
        var about = new About(queries);
        return List.of(
                Route.get("/query", "queries", front.reading(list::answer)),
                Route.get("/query/{name}", "query", front.reading(answers::answer)),
                Route.post("/query/{name}", "query", front.reading(answers::answer)),
                Route.get("/query/{name}/{part}", "query-about", front.reading(about::answer)));
    }
}
