package de.stadtgraph.http.pages;

import de.stadtgraph.http.Assets;
import de.stadtgraph.http.Bodies;
import de.stadtgraph.http.Caching;
import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.stored.StoredQueries;
import io.javalin.http.Context;
import java.util.List;

/// The routes of what belongs to no dataset.
public final class PageRoutes {
    private static final String ROBOTS = """
        User-agent: *
        Disallow: /sparql
        Disallow: /search
        Disallow: /query/*?
        """;

    private PageRoutes() {}

    public static List<Route> of(Front front, StoredQueries queries) {
        var home = new Home(queries);
        var texts = new Texts();
        var known = new WellKnown();
        var sitemap = new Sitemap(front.site().iris());
        return List.of(
                Route.get("/", "home", front.reading(home::answer)),
                Route.get("/limits", "limits", front.reading(texts::limits)),
                Route.get("/problem/{code}", "problem", front.reading(texts::problem)),
                Route.get("/about", "about", front.reading(texts::about)),
                Route.get("/accessibility", "accessibility", front.reading(texts::accessibility)),
                Route.get("/privacy", "privacy", front.reading(texts::privacy)),
                Route.get("/imprint", "imprint", front.reading(texts::imprint)),
                Route.get("/health", "health", front.reading(Texts::health)),
                Route.get("/.well-known/void", "void", front.reading(known::voidDescription)),
                Route.get("/.well-known/api-catalog", "api-catalog", front.reading(known::apiCatalog)),
                Route.get("/.well-known/security.txt", "security", front.reading(known::security)),
                Route.get("/sitemap.xml", "sitemap", front.reading(sitemap::index)),
                Route.get("/sitemap/{file}", "sitemap-file", front.reading(sitemap::file)),
                Route.get("/robots.txt", "robots", context -> robots(front, context)),
                Route.get("/static/{digest}/{name}", "static", context -> asset(front.assets(), context)));
    }

    private static void robots(Front front, Context context) {
        context.contentType("text/plain; charset=utf-8")
                .header("Cache-Control", Caching.RELEASE.value())
                .result(ROBOTS + "Sitemap: " + front.site().iris().iri("sitemap.xml") + "\n");
    }

    private static void asset(Assets assets, Context context) {
        Assets.Asset asset = assets.find(context.pathParam("digest"), context.pathParam("name"))
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND, new Text("Diese Datei gibt es nicht.", "There is no such file.")));
        context.header("Cache-Control", Caching.FROZEN.value()).header("Vary", "Accept-Encoding");
        Bodies.send(context, asset.contentType(), asset.content());
    }
}
