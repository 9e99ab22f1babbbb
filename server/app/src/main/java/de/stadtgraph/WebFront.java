package de.stadtgraph;

import de.stadtgraph.http.AccessPolicy;
import de.stadtgraph.http.Contact;
import de.stadtgraph.http.Front;
import de.stadtgraph.http.HttpLimits;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.ResultCache;
import de.stadtgraph.http.Routes;
import de.stadtgraph.http.Sessions;
import de.stadtgraph.http.SignIn;
import de.stadtgraph.http.Site;
import de.stadtgraph.http.TrustedProxies;
import de.stadtgraph.http.WebServer;
import de.stadtgraph.http.catalog.CatalogRoutes;
import de.stadtgraph.http.dereference.DereferenceRoutes;
import de.stadtgraph.http.lineage.LineageRoutes;
import de.stadtgraph.http.pages.PageRoutes;
import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.http.workshop.WorkshopRoutes;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.publication.State;
import de.stadtgraph.publication.StateFollower;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.Spools;
import de.stadtgraph.store.Generations;
import de.stadtgraph.store.StateFiles;
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

    private final Generations generations;
    private final StateFollower follower;
    private final Routes routes;
    private final WebServer web;

    private WebFront(Generations generations, StateFollower follower, Routes routes, WebServer web) {
        this.generations = generations;
        this.follower = follower;
        this.routes = routes;
        this.web = web;
    }

    /// Builds the generation of the newest state and listens.
    ///
    /// @param port 0 takes a free one
    static WebFront start(Server server, String bind, int port) {
        Releases releases = server.releases();
        Generations generations = server.generations();
        State served = begin(generations, releases);
        StateFollower follower =
                StateFollower.start(releases.states(), served, PACE, state -> generations.show(releases.files(state)));
        QueryLimits limits = QueryLimits.defaults(Runtime.getRuntime().availableProcessors());
        QueryGate gate = new QueryGate(limits, server.iris().base());
        Front front = new Front(site(server, releases, generations, limits));
        SignIn signIn = signIn(server);
        var transfer = new QueryTransfer(gate, Spools.defaults(), ResultCache.defaults(), HttpLimits.DEFAULT);
        Routes routes = Routes.join(List.of(
                PageRoutes.of(front),
                DereferenceRoutes.of(front),
                CatalogRoutes.of(front),
                LineageRoutes.of(front),
                SparqlRoutes.of(front, gate, transfer),
                WorkshopRoutes.of(front, signIn, gate.running())));
        return new WebFront(
                generations,
                follower,
                routes,
                new WebServer(front, routes, new AccessPolicy(signIn, HttpLimits.DEFAULT), bind, port).start());
    }

    private static SignIn signIn(Server server) {
        boolean https = server.iris().base().startsWith("https:");
        var proxies = TrustedProxies.of(server.config().server().trustedProxies());
        return new SignIn(server.accounts(), new Sessions(server.clock()), proxies, https);
    }

    /// What is there serves at once; the follower has the newest state built if that is another one. Only a folder
    /// without any index is waited for.
    ///
    /// @return the state that need not be built
    private static State begin(Generations generations, Releases releases) {
        State current = releases.states().current();
        StateFiles files = releases.files(current);
        if (generations.serves(files)) {
            return current;
        }
        if (generations.isEmpty()) {
            generations.show(files);
            return current;
        }
        return State.EMPTY;
    }

    private static Site site(Server server, Releases releases, Generations generations, QueryLimits limits) {
        Config.Contact contact = server.config().contact();
        return new Site(
                server.config().city().name(),
                server.iris(),
                generations::acquire,
                new PublishedDatasets(server.home(), server.iris(), releases),
                new PublishedReleases(releases, server.folder()),
                new Contact(contact.organisation(), contact.address(), contact.email()),
                new Site.Software(Server.version(), Server.build(), LIBRARIES),
                LiveLimits.of(limits),
                ZoneId.of("Europe/Berlin"));
    }

    /// Everything that it answers.
    public Routes routes() {
        return routes;
    }

    /// The port that it listens on.
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        follower.close();
        web.close();
        generations.close();
    }
}
