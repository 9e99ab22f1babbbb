package de.stadtgraph.http.catalog;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import io.javalin.http.Context;
import java.util.List;

/// The routes of datasets, releases, states and dumps.
public final class CatalogRoutes {
    private CatalogRoutes() {}

    public static List<Route> of(Front front) {
        var states = new StatePages();
        var tables = new ClassTables();
        var dumps = new Dumps(front.site().publications());
        return List.of(
                Route.get("/catalog", "catalog", front.reading(CatalogPages::answer)),
                Route.get("/catalog.{suffix}", "catalog", front.reading(CatalogPages::answer)),
                Route.get("/dataset", "datasets", CatalogRoutes::moved),
                Route.get("/dataset/{slug}", "dataset", front.reading(DatasetPages::answer)),
                Route.get("/dataset/{slug}/release/{number}", "release", front.reading(ReleasePages::answer)),
                Route.get("/dataset/{slug}/release/{number}/mapping", "mapping", front.reading(ReleasePages::mapping)),
                Route.get("/dataset/{slug}/quality", "quality", front.reading(QualityPages::dataset)),
                Route.get("/dataset/{slug}/quality.{suffix}", "quality", front.reading(QualityPages::dataset)),
                Route.get("/dataset/{slug}/table/{name}", "table", front.reading(tables::answer)),
                Route.get("/quality", "quality", front.reading(QualityPages::all)),
                Route.get("/quality.{suffix}", "quality", front.reading(QualityPages::all)),
                Route.get("/dataset/{slug}/distribution/{format}", "distribution", CatalogRoutes::distribution),
                Route.get("/graph/{slug}", "graph", front.reading(Dumps::graph)),
                Route.get("/dump/{slug}/{file}", "dump", dumps::send),
                Route.get("/dump/{file}", "dump", front.reading(Dumps::current)),
                Route.get("/state", "states", front.reading(states::list)),
                Route.get("/state/{number}", "state", front.reading(states::one)));
    }

    private static void moved(Context context) {
        context.header("Location", "/catalog").status(308);
    }

    private static void distribution(Context context) {
        context.header("Location", "/dataset/" + context.pathParam("slug")).status(303);
    }
}
