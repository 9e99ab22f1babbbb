package de.stadtgraph.http.lineage;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import java.util.List;

/// The routes of receipts.
public final class LineageRoutes {
    private LineageRoutes() {}

    public static List<Route> of(Front front) {
        return List.of(Route.get("/lineage/<path>", "lineage", front.reading(LineagePages::answer)));
    }
}
