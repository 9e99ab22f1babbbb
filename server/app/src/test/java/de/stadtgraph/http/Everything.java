package de.stadtgraph.http;

import de.stadtgraph.http.catalog.CatalogRoutes;
import de.stadtgraph.http.dereference.DereferenceRoutes;
import de.stadtgraph.http.pages.PageRoutes;
import java.util.ArrayList;
import java.util.List;

/// The routes of all tabs that need nothing but the front.
public final class Everything {
    private Everything() {}

    public static List<Route> of(Front front) {
        List<Route> routes = new ArrayList<>(PageRoutes.of(front));
        routes.addAll(DereferenceRoutes.of(front));
        routes.addAll(CatalogRoutes.of(front));
        return routes;
    }

    /// Serves the small city until it is stopped; for looking at the pages.
    public static void main(String[] arguments) throws Exception {
        try (var running = new Running(Everything::of, Integer.parseInt(arguments[0]))) {
            Thread.sleep(java.time.Duration.ofHours(running.port() > 0 ? 1 : 0));
        }
    }
}
