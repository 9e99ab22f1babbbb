package de.stadtgraph;

import de.stadtgraph.federation.Federation;
import de.stadtgraph.http.AccessPolicy;
import de.stadtgraph.http.Contact;
import de.stadtgraph.http.Front;
import de.stadtgraph.http.HttpLimits;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.ResultCache;
import de.stadtgraph.http.Route;
import de.stadtgraph.http.Routes;
import de.stadtgraph.http.Sessions;
import de.stadtgraph.http.SignIn;
import de.stadtgraph.http.Site;
import de.stadtgraph.http.TermShapes;
import de.stadtgraph.http.TrustedProxies;
import de.stadtgraph.http.WebServer;
import de.stadtgraph.http.catalog.CatalogRoutes;
import de.stadtgraph.http.dereference.DereferenceRoutes;
import de.stadtgraph.http.lineage.LineageRoutes;
import de.stadtgraph.http.pages.PageRoutes;
import de.stadtgraph.http.queries.OpenApi;
import de.stadtgraph.http.queries.QueryRoutes;
import de.stadtgraph.http.search.SearchRoutes;
import de.stadtgraph.http.shapes.RegisterRoutes;
import de.stadtgraph.http.shapes.ShapesRoutes;
import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.http.workshop.WorkshopRoutes;
import de.stadtgraph.http.workspace.WorkspaceRoutes;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.publication.State;
import de.stadtgraph.publication.StateFollower;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.stored.ExpectationCheck;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.search.SearchIndex;
import de.stadtgraph.search.SearchIndexes;
import de.stadtgraph.search.Searched;
import de.stadtgraph.store.Generation;
import de.stadtgraph.store.Generations;
import de.stadtgraph.store.StateFiles;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.terms.Modules;
import de.stadtgraph.workspace.Workspaces;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running server: the generation of the newest state, the follower of the log, the web front. Close it to stop.
public final class WebFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebFront.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("Apache Jena, Fuseki", "Apache-2.0"),
            Map.entry("Apache Lucene", "Apache-2.0"),
            Map.entry("CodeMirror, Lezer", "MIT"),
            Map.entry("TopBraid SHACL", "Apache-2.0"),
            Map.entry("Javalin", "Apache-2.0"),
            Map.entry("Eclipse Jetty", "EPL-2.0 / Apache-2.0"),
            Map.entry("JTS", "EPL-2.0 / EDL-1.0"),
            Map.entry("proj4j", "Apache-2.0"),
            Map.entry("jte", "Apache-2.0"),
            Map.entry("Eclipse RDF4J", "EDL-1.0"),
            Map.entry("Jackson", "Apache-2.0"));

    private final Generations generations;
    private final Routes routes;
    private final WebServer web;
    private final Workspaces drafts;
    private final Federation federation;
    private final Background background;

    private WebFront(
            Generations generations,
            Background background,
            Routes routes,
            WebServer web,
            Workspaces drafts,
            Federation federation) {
        this.generations = generations;
        this.background = background;
        this.routes = routes;
        this.web = web;
        this.federation = federation;
        this.drafts = drafts;
    }

    /// Builds the generation of the newest state and listens.
    ///
    /// @param port 0 takes a free one
    static WebFront start(Server server, String bind, int port) {
        Releases releases = server.releases();
        var queries = Ahead.begin(server::queries);
        var shapes = Later.of(() -> new ShapesByTerm(server.shapes()));
        Generations generations = server.generations();
        QueryLimits limits = server.limits();
        SearchIndexes indexes = server.indexes();
        Federation federation = server.federation();
        QueryGate gate = server.gate(new PublishedText(indexes), federation);
        boolean known = generations.serves(releases.files(releases.states().current()));
        State served = begin(generations, releases);
        Front front = new Front(site(server, releases, generations, limits));
        SignIn signIn = signIn(server);
        var shared = new Shared(
                indexes,
                signIn,
                queries.get(),
                term -> shapes.get().of(term),
                server.workshops(generations::acquire, gate),
                server.register(),
                server.ontologyModules(),
                server.drafts(),
                new DraftCandidates(server::pipeline, server.accounts().audit()));
        Routes routes = routes(front, gate, shared);
        var access = new AccessPolicy(signIn, HttpLimits.DEFAULT);
        WebServer web = new WebServer(front, routes, access, bind, port).start();
        Runnable warm = () -> {
            readAhead(front.site().datasets()::all);
            readAhead(shapes);
            warm(front, generations, indexes);
        };
        Runnable checked = () -> {
            warm.run();
            expect(server, gate, generations);
        };
        Thread warmUp = Background.start(known ? warm : checked);
        StateFollower follower = StateFollower.start(releases.states(), served, PACE, state -> {
            generations.show(releases.files(state), server::requireExpectations);
            checked.run();
        });
        var background = new Background(follower, warmUp, indexes);
        return new WebFront(generations, background, routes, web, shared.drafts(), federation);
    }

    /// What several tabs share besides the front.
    private record Shared(
            SearchIndexes indexes,
            SignIn signIn,
            StoredQueries queries,
            TermShapes shapes,
            Workshops workshops,
            Register register,
            Modules modules,
            Workspaces drafts,
            DraftCandidates candidates) {}

    private static Routes routes(Front front, QueryGate gate, Shared shared) {
        StoredQueries queries = shared.queries();
        var transfer = new QueryTransfer(gate, Spools.defaults(), ResultCache.defaults(), HttpLimits.DEFAULT);
        List<Route> all = new ArrayList<>();
        all.addAll(PageRoutes.of(front, queries));
        all.addAll(DereferenceRoutes.of(front, shared.shapes()));
        all.addAll(CatalogRoutes.of(front));
        all.addAll(LineageRoutes.of(front));
        all.addAll(SparqlRoutes.of(front, gate, transfer, queries));
        all.addAll(QueryRoutes.of(front, gate, transfer, queries));
        all.addAll(SearchRoutes.of(front, shared.indexes()));
        all.addAll(WorkshopRoutes.of(front, shared.signIn(), gate.running()));
        all.addAll(RegisterRoutes.of(front, shared.register(), shared.modules()));
        all.addAll(ShapesRoutes.of(
                front, shared.workshops().shapes(), shared.workshops().terms()));
        all.addAll(WorkspaceRoutes.of(
                shared.drafts(), gate, shared.candidates(), front.site().iris().base()));
        all.add(OpenApi.of(front, queries, List.copyOf(all)));
        return new Routes(all);
    }

    /// Tells which expectations of the stored queries the state that is served now does not meet.
    private static void expect(Server server, QueryGate gate, Generations generations) {
        var check = new ExpectationCheck(gate, server.iris().base());
        try (Generation generation = generations.acquire()) {
            check.failures(server.queries().all(), generation)
                    .forEach(failure -> LOG.warn(
                            "state {}: query {}: {}", generation.state(), failure.query(), failure.sentence()));
        }
    }

    private static SignIn signIn(Server server) {
        boolean https = server.iris().base().startsWith("https:");
        var proxies = TrustedProxies.of(server.config().server().trustedProxies());
        return new SignIn(server.accounts(), new Sessions(server.clock()), proxies, https);
    }

    /// Reads what pages need of the checkout, so that no reader waits for it; who needs what cannot be read is told
    /// then.
    private static void readAhead(Supplier<?> content) {
        try {
            var _ = content.get();
        } catch (ServerException e) {
            LOG.error("The checkout cannot be read: {}", e.getMessage());
        }
    }

    /// Works out what pages need of the state that is served now, so that no reader waits for it.
    private static void warm(Front front, Generations generations, SearchIndexes indexes) {
        try (Generation generation = generations.acquire();
                var hold = indexes.of(new Searched(generation.index()))) {
            front.partitions(generation);
            front.map(generation);
            LOG.info(
                    "state {}: {} things can be searched",
                    generation.state(),
                    hold.index().map(SearchIndex::things).orElse(0L));
        }
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
                new Contact(contact.organisation(), contact.address(), contact.email(), contact.contributorId()),
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
        web.close();
        background.close();
        federation.close();
        drafts.close();
        generations.close();
    }
}
