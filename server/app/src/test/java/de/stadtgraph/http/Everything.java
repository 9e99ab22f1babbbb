package de.stadtgraph.http;

import de.stadtgraph.PublishedText;
import de.stadtgraph.federation.Federation;
import de.stadtgraph.http.catalog.CatalogRoutes;
import de.stadtgraph.http.dereference.DereferenceRoutes;
import de.stadtgraph.http.pages.PageRoutes;
import de.stadtgraph.http.queries.OpenApi;
import de.stadtgraph.http.queries.QueryRoutes;
import de.stadtgraph.http.search.SearchRoutes;
import de.stadtgraph.http.shapes.RegisterRoutes;
import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.TextSearch;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.search.SearchIndexes;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.terms.Modules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The routes of all tabs, over the stored queries of the checkout.
public final class Everything {
    private Everything() {}

    public static List<Route> of(Front front) {
        StoredQueries queries = StoredQueries.read(Path.of("../../queries"), Prefixes.ALL);
        List<Route> routes = new ArrayList<>(PageRoutes.of(front, queries));
        routes.addAll(DereferenceRoutes.of(
                front,
                term -> term.endsWith("#UrbanTree")
                        ? List.of(new TermShapes.TermShape(
                                "trees#Height", new Text("Höhe", "Height"), new Text("Zu hoch.", "Too high.")))
                        : List.of()));
        routes.addAll(CatalogRoutes.of(front));
        var indexes = new SearchIndexes(Fixture.IRIS.base() + "graph/");
        TextSearch text = new PublishedText(indexes);
        QueryGate gate = new QueryGate(QueryLimits.defaults(2), Fixture.IRIS.base(), text, Federation.none());
        var transfer = new QueryTransfer(gate, Spools.defaults(), new ResultCache(1 << 20), HttpLimits.DEFAULT);
        routes.addAll(SparqlRoutes.of(front, gate, transfer, queries));
        routes.addAll(QueryRoutes.of(front, gate, transfer, queries));
        routes.addAll(SearchRoutes.of(front, indexes));
        routes.addAll(RegisterRoutes.of(
                front,
                new Register(Path.of("../../shapes"), Prefixes::shorten),
                new Modules(Path.of("../../ontologies"))));
        routes.add(OpenApi.of(front, queries, List.copyOf(routes)));
        return routes;
    }

    /// Serves the small city until it is stopped; for looking at the pages.
    public static void main(String[] arguments) throws Exception {
        try (var running = new Running(Everything::of, Integer.parseInt(arguments[0]))) {
            Thread.sleep(java.time.Duration.ofHours(running.port() > 0 ? 1 : 0));
        }
    }
}
