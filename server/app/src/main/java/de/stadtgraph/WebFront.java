package de.stadtgraph;

import de.stadtgraph.http.Contact;
import de.stadtgraph.http.Front;
import de.stadtgraph.http.Routes;
import de.stadtgraph.http.Site;
import de.stadtgraph.http.WebServer;
import de.stadtgraph.http.catalog.CatalogRoutes;
import de.stadtgraph.http.dereference.DereferenceRoutes;
import de.stadtgraph.http.pages.PageRoutes;
import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.publication.StateFollower;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.store.Generations;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// The running server: the generation of the newest state, the follower of the log, the web front. Close it to stop.
public final class WebFront implements AutoCloseable {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Map<String, String> LIBRARIES = Map.of(
            "Apache Jena", "Apache-2.0",
            "TopBraid SHACL", "Apache-2.0",
            "Javalin", "Apache-2.0",
            "Eclipse Jetty", "EPL-2.0 / Apache-2.0",
            "JTS", "EPL-2.0 / EDL-1.0",
            "proj4j", "Apache-2.0",
            "jte", "Apache-2.0",
            "Jackson", "Apache-2.0");

    private final StateFollower follower;
    private final WebServer web;

    private WebFront(StateFollower follower, WebServer web) {
        this.follower = follower;
        this.web = web;
    }

    /// Builds the generation of the newest state and listens.
    ///
    /// @param port 0 takes a free one
    static WebFront start(Server server, String bind, int port) {
        Releases releases = server.releases();
        Generations generations = new Generations();
        var current = releases.states().current();
        generations.show(releases.files(current));
        StateFollower follower =
                StateFollower.start(releases.states(), current, PACE, state -> generations.show(releases.files(state)));
        QueryLimits limits = QueryLimits.defaults(Runtime.getRuntime().availableProcessors());
        QueryGate gate = new QueryGate(limits, server.iris().base());
        Front front = new Front(site(server, releases, generations, limits));
        Routes routes = Routes.join(List.of(
                PageRoutes.of(front),
                DereferenceRoutes.of(front),
                CatalogRoutes.of(front),
                SparqlRoutes.of(front, gate)));
        return new WebFront(follower, new WebServer(front, routes, bind, port).start());
    }

    private static Site site(Server server, Releases releases, Generations generations, QueryLimits limits) {
        Config.Contact contact = server.config().contact();
        return new Site(
                server.config().city().name(),
                server.iris(),
                generations::acquire,
                new PublishedDatasets(server.home(), server.iris()),
                new PublishedReleases(releases, server.folder()),
                new Contact(contact.organisation(), contact.address(), contact.email()),
                new Site.Software(Server.version(), Server.build(), LIBRARIES),
                limits(limits),
                ZoneId.of("Europe/Berlin"));
    }

    private static List<Site.Limit> limits(QueryLimits limits) {
        return List.of(
                limit(
                        "query.time",
                        "Zeit je Anfrage",
                        "Time of a query",
                        limits.interactive().time().toMillis(),
                        "ms"),
                limit(
                        "query.timeout",
                        "Größter Wert von timeout",
                        "Largest value of timeout",
                        limits.analysis().time().toMillis(),
                        "ms"),
                limit(
                        "query.rows",
                        "Zeilen je Antwort",
                        "Rows of an answer",
                        limits.interactive().rows(),
                        ""),
                limit(
                        "query.bytes",
                        "Bytes je Antwort",
                        "Bytes of an answer",
                        limits.interactive().bytesOut(),
                        "B"),
                limit(
                        "query.memory",
                        "Speicher je Anfrage",
                        "Memory of a query",
                        limits.interactive().bytesHeld(),
                        "B"),
                limit(
                        "query.steps",
                        "Schritte je Anfrage",
                        "Steps of a query",
                        limits.interactive().steps(),
                        ""),
                limit(
                        "query.text",
                        "Länge der Anfrage",
                        "Length of a query",
                        limits.text().bytes(),
                        "B"),
                limit(
                        "query.nesting",
                        "Verschachtelung",
                        "Nesting",
                        limits.text().nesting(),
                        ""),
                limit(
                        "query.patterns",
                        "Muster je Anfrage",
                        "Patterns of a query",
                        limits.text().patterns(),
                        ""),
                limit(
                        "query.list",
                        "Einträge je Liste",
                        "Entries of a list",
                        limits.text().listLength(),
                        ""));
    }

    private static Site.Limit limit(String name, String de, String en, long value, String unit) {
        return new Site.Limit(name, new Text(de, en), value, unit);
    }

    /// The port that it listens on.
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        follower.close();
        web.close();
    }
}
