package de.stadtgraph;

import de.stadtgraph.accounts.Accounts;
import de.stadtgraph.enrichment.AreaOverlaps;
import de.stadtgraph.federation.Federation;
import de.stadtgraph.federation.FederationRules;
import de.stadtgraph.harvest.Harvester;
import de.stadtgraph.harvest.RemoteHarvester;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.mapping.Mapper;
import de.stadtgraph.mapping.MappingModules;
import de.stadtgraph.mapping.NewModule;
import de.stadtgraph.net.OutboundRules;
import de.stadtgraph.pipeline.Judge;
import de.stadtgraph.pipeline.Pipeline;
import de.stadtgraph.pipeline.Schedule;
import de.stadtgraph.pipeline.Stages;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Backup;
import de.stadtgraph.publication.DataFolder;
import de.stadtgraph.publication.FolderLock;
import de.stadtgraph.publication.Gate;
import de.stadtgraph.publication.Publisher;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.publication.Restore;
import de.stadtgraph.publication.Rollback;
import de.stadtgraph.query.QueryBudget;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.QueryRequest;
import de.stadtgraph.query.TextSearch;
import de.stadtgraph.query.stored.ExpectationCheck;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.search.SearchIndexes;
import de.stadtgraph.search.TextWriter;
import de.stadtgraph.store.Generation;
import de.stadtgraph.store.Generations;
import de.stadtgraph.store.StateFiles;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.validation.ValidationLimits;
import de.stadtgraph.validation.Validator;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.workshop.GitTree;
import de.stadtgraph.workshop.Keeper;
import de.stadtgraph.workshop.KnownTerms;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.ShapesLint;
import de.stadtgraph.workshop.ShapesPreview;
import de.stadtgraph.workshop.Workshop;
import de.stadtgraph.workshop.terms.Modules;
import de.stadtgraph.workshop.terms.TermWorkshop;
import de.stadtgraph.workspace.WorkspaceLimits;
import de.stadtgraph.workspace.Workspaces;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sys.JenaSystem;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The composition root: the only place where engines are built. Each part is built when it is asked for; nothing is
/// started by it but what [WebFront] starts.
public final class Server {
    private final Home home;
    private final Config config;
    private final Path data;
    private final CityIris iris;
    private final Clock clock = Clock.systemUTC();

    private Server(Home home, Config config, Path data) {
        this.home = home;
        this.config = config;
        this.data = data;
        this.iris = new CityIris(config.city().base());
    }

    /// The server of a checkout, a configuration and a data folder.
    public static Server of(Home home, Config config, Path data) {
        Libraries.load();
        return new Server(home, config, data);
    }

    /// Begins to load Apache Jena and the log on another thread, for commands that do little more than start.
    public static void loadAhead() {
        Thread.ofPlatform().daemon().name("libraries").start(Libraries::load);
    }

    /// Libraries that want to be started before they are used. Who comes second waits for the first.
    private static final class Libraries {
        static {
            JenaSystem.init();
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }

        static void load() {
            // The class being there is all that is asked.
        }
    }

    /// Version of this build, as its jar says.
    public static String version() {
        return Objects.requireNonNullElse(Server.class.getPackage().getImplementationVersion(), "development");
    }

    /// Short id of this build: pages and entity tags change with it.
    public static String build() {
        return Integer.toHexString(version().hashCode());
    }

    /// Starts the web front.
    public WebFront serve() {
        return WebFront.start(this, config.server().bind(), config.server().port());
    }

    /// The limits of the public endpoint.
    QueryLimits limits() {
        Config.Query query = config.query();
        long megabyte = 1L << 20;
        var usual = new QueryBudget(
                Duration.ofSeconds(query.seconds()),
                query.rows(),
                query.out() * megabyte,
                query.held() * megabyte,
                query.steps() * 1_000_000L);
        var most = new QueryBudget(
                Duration.ofSeconds(query.mostSeconds()),
                query.rows(),
                query.out() * megabyte,
                query.held() * megabyte,
                query.steps() * 10_000_000L);
        return QueryLimits.defaults(Runtime.getRuntime().availableProcessors()).with(usual, most);
    }

    /// The portals that queries may ask. Close it.
    Federation federation() {
        var rules = new FederationRules(
                new TreeSet<>(config.federation().allow()),
                config.net().privateHosts(),
                FederationRules.LIMITS,
                userAgent());
        return new Federation(rules, iris.base());
    }

    QueryGate gate(TextSearch text, Federation federation) {
        return new QueryGate(limits(), iris.base(), text, federation);
    }

    private String userAgent() {
        return "Stadtgraph (" + config.contact().email() + ")";
    }

    /// A gate with the limits of the public endpoint, for one command: what it opens stays open until the end.
    public QueryGate gate() {
        return gate(new PublishedText(indexes()), federation());
    }

    /// The stored queries of the checkout.
    public StoredQueries queries() {
        return StoredQueries.read(home.queries(), Prefixes.ALL);
    }

    /// Searches the texts of the states.
    public SearchIndexes indexes() {
        return new SearchIndexes(iris.graph("").getURI());
    }

    public Home home() {
        return home;
    }

    public Config config() {
        return config;
    }

    public CityIris iris() {
        return iris;
    }

    public MappingModules modules() {
        return new MappingModules(home.mappings(), iris);
    }

    /// Writes first drafts of modules.
    public NewModule newModule() {
        return new NewModule(modules(), mapper(), iris, home.ontologies());
    }

    public Mapper mapper() {
        return new Mapper(iris, home.kos());
    }

    public Shapes shapes() {
        return Shapes.load(home.shapes());
    }

    public Validator validator() {
        return new Validator(ValidationLimits.DEFAULT);
    }

    public DataFolder folder() {
        return DataFolder.open(data);
    }

    public Releases releases() {
        return new Releases(folder(), iris);
    }

    /// What a fetch may take; whom it may ask stands in the plan of its module.
    private OutboundRules outbound() {
        return new OutboundRules(
                Set.of(),
                config.net().privateHosts(),
                Duration.ofSeconds(20),
                Duration.ofMinutes(10),
                2L << 30,
                userAgent());
    }

    /// Runs modules by their rhythm, until it is closed.
    public Schedule schedule() {
        return new Schedule(modules(), this::pipeline, clock).start(Duration.ofSeconds(10));
    }

    /// What takes releases back; the lock entitles to it.
    public Rollback rollback(FolderLock lock) {
        return new Rollback(folder(), releases(), lock, clock);
    }

    public Backup backup() {
        return new Backup(folder(), releases());
    }

    public Restore restore() {
        return new Restore(iris);
    }

    /// The accounts of the data folder.
    public Accounts accounts() {
        return new Accounts(folder().workspace(), clock);
    }

    /// The draft datasets of the data folder.
    Workspaces drafts() {
        return new Workspaces(folder().workspace(), WorkspaceLimits.DEFAULT, clock);
    }

    public Clock clock() {
        return clock;
    }

    public Judge judge() {
        return new Judge(shapes(), validator(), home.kos());
    }

    /// The newest state, built for one command; closing it gives it back.
    public Generation newest() {
        try (Generations generations = generations()) {
            generations.show(releases().files(releases().states().current()));
            return generations.acquire();
        }
    }

    /// The indexes of the data folder; the newest one that is complete serves.
    public Generations generations() {
        long committed = releases().states().current().number();
        return new Generations(folder().generations(), config.store().with(new TextWriter()), committed);
    }

    /// Builds the index of a state to come; a stored query that must answer there and does not stops it.
    private void rehearse(StateFiles next) {
        try (Generations generations = generations()) {
            generations.show(next, this::requireExpectations);
        }
    }

    /// @throws ServerException when an expectation that blocks does not hold
    void requireExpectations(Generation generation) {
        try (SearchIndexes indexes = indexes();
                Federation federation = federation()) {
            var check = new ExpectationCheck(gate(new PublishedText(indexes), federation), iris.base());
            check.failures(queries().blocking(), generation).stream()
                    .findFirst()
                    .ifPresent(failure -> {
                        throw new ServerException(
                                ErrorCode.EXPECTATION_FAILED,
                                "state " + generation.state() + ": query " + failure.query() + ": " + failure.sentence()
                                        + ". The state before stays public.");
                    });
        }
    }

    /// What the workshop asks of the published data.
    public LiveDatasets datasets() {
        return new LiveDatasets(modules(), iris);
    }

    public ShapesPreview preview() {
        return new ShapesPreview(Judge.lookups(home.kos()));
    }

    /// The workshops on the state that is served.
    ///
    /// @param gate judges the queries inside shapes
    Workshops workshops(Supplier<Generation> generations, QueryGate gate) {
        Keeper keeper = config.workshop().commits() ? new GitTree(home.folder()) : Keeper.NONE;
        var places = new Workshop.Places(home.shapes(), folder().workspace(), keeper);
        var lint = new ShapesLint(KnownTerms.in(home.ontologies(), this::ontologies), query -> complaint(gate, query));
        var data = new WorkshopData(datasets(), generations, releases());
        var lookups = new LaterGraph(() -> Judge.lookups(home.kos()));
        var shapes = new Workshop(places, lookups, lint, data, clock);
        var proposals = shapes.review().proposals();
        var termPlaces = new TermWorkshop.Places(home.folder(), folder().workspace());
        return new Workshops(shapes, new TermWorkshop(termPlaces, proposals, keeper, data, clock));
    }

    /// The released shape families as everybody may read them.
    public Register register() {
        return new Register(home.shapes(), Prefixes::shorten);
    }

    /// The modules of the ontology as everybody may read them.
    public Modules ontologyModules() {
        return new Modules(home.ontologies());
    }

    /// All terms and concepts that exist.
    private Graph ontologies() {
        Graph all = Judge.lookups(home.kos());
        Judge.lookups(home.ontologies()).find().forEachRemaining(all::add);
        return all;
    }

    private static Optional<Text> complaint(QueryGate gate, String query) {
        try {
            gate.prepare(QueryRequest.of(query));
            return Optional.empty();
        } catch (ServerException e) {
            return Optional.of(e.detail());
        }
    }

    public Pipeline pipeline() {
        DataFolder folder = folder();
        Releases releases = new Releases(folder, iris);
        var harvester = new Harvester(folder.fetched(), clock);
        return new Pipeline(new Stages(
                modules(),
                mapper(),
                harvester,
                new RemoteHarvester(outbound(), harvester, folder.fetched(), clock),
                new AreaOverlaps(iris),
                judge(),
                new Gate(clock),
                lock -> new Publisher(folder, iris, lock, this::rehearse),
                releases,
                folder,
                home.ontologies(),
                version()));
    }
}
