package de.stadtgraph;

import de.stadtgraph.accounts.Accounts;
import de.stadtgraph.enrichment.AreaOverlaps;
import de.stadtgraph.harvest.Harvester;
import de.stadtgraph.harvest.RemoteHarvester;
import de.stadtgraph.mapping.Mapper;
import de.stadtgraph.mapping.MappingModules;
import de.stadtgraph.net.OutboundRules;
import de.stadtgraph.pipeline.Judge;
import de.stadtgraph.pipeline.Pipeline;
import de.stadtgraph.pipeline.Schedule;
import de.stadtgraph.pipeline.Stages;
import de.stadtgraph.publication.Backup;
import de.stadtgraph.publication.DataFolder;
import de.stadtgraph.publication.FolderLock;
import de.stadtgraph.publication.Gate;
import de.stadtgraph.publication.Publisher;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.publication.Restore;
import de.stadtgraph.publication.Rollback;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.store.Generation;
import de.stadtgraph.store.Generations;
import de.stadtgraph.store.StoreOptions;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.validation.ValidationLimits;
import de.stadtgraph.validation.Validator;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.workshop.ShapesPreview;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.sys.JenaSystem;

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
        JenaSystem.init();
        return new Server(home, config, data);
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

    /// A gate with the limits of the public endpoint.
    public QueryGate gate() {
        return new QueryGate(QueryLimits.defaults(Runtime.getRuntime().availableProcessors()), iris.base());
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
                "Stadtgraph (" + config.contact().email() + ")");
    }

    /// Runs modules by their rhythm, until it is closed.
    public Schedule schedule() {
        return new Schedule(modules(), pipeline(), clock).start(Duration.ofSeconds(10));
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
        return new Generations(folder().generations(), StoreOptions.DEFAULT);
    }

    /// What the workshop asks of the published data.
    public LiveDatasets datasets() {
        return new LiveDatasets(modules(), iris);
    }

    public ShapesPreview preview() {
        return new ShapesPreview(Judge.lookups(home.kos()));
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
                lock -> new Publisher(folder, iris, lock),
                releases,
                folder,
                home.ontologies(),
                version()));
    }
}
