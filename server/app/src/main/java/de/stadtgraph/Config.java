package de.stadtgraph;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.store.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The configuration of one city, read once at the start from a YAML file. Immutable.
///
/// Every key is optional; an unknown key stops the start with a sentence that names it. Defaults are pinned by
/// `ConfigTest` and listed in `docs/operating.md`.
///
/// @param city the city's name and the base of its IRIs
/// @param server where the server listens
/// @param contact who answers for it; shown on the legal pages
/// @param net what may be asked besides the public internet
/// @param store how the index is built and kept
/// @param query limits of the public endpoint that a city may want to change
/// @param federation other portals that queries may ask
/// @param workshop what happens to adopted shapes and terms
public record Config(
        City city,
        Listen server,
        Contact contact,
        Net net,
        StoreOptions store,
        Query query,
        Federation federation,
        Workshop workshop) {

    /// The city.
    ///
    /// @param name its name
    /// @param base canonical base of all IRIs: http or https, ends in `/`, no other path
    public record City(Text name, String base) {}

    /// Where the server listens.
    ///
    /// @param port TCP port; 0 takes a free one
    /// @param bind address of the network interface; anything but loopback belongs behind a proxy
    /// @param trustedProxies addresses of proxies whose `X-Forwarded-For` names the caller
    public record Listen(int port, String bind, List<String> trustedProxies) {
        public Listen {
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    /// Who answers for the server.
    ///
    /// @param organisation name of the body
    /// @param address postal address
    /// @param email mailbox of a function, never of a person
    /// @param contributorId the city's entry in the list of contributors of DCAT-AP.de, empty where it has none
    public record Contact(Text organisation, String address, String email, String contributorId) {}

    /// Where requests may go out to.
    ///
    /// @param privateHosts hosts of the own network that sources may lie on, by name
    public record Net(Set<String> privateHosts) {
        public Net {
            privateHosts = Set.copyOf(privateHosts);
        }
    }

    /// Limits of the public endpoint.
    ///
    /// @param rows most rows of an answer
    /// @param seconds time of a query that asks for no more
    /// @param mostSeconds time that a query may ask for
    /// @param held megabytes that one query may hold for sorts, groups and joins
    /// @param out megabytes of one answer
    /// @param steps million rows that one query may touch; ten times as many where it asks for more time
    public record Query(int rows, int seconds, int mostSeconds, int held, int out, int steps) {}

    /// Other portals.
    ///
    /// @param allow IRIs of the SPARQL endpoints that SERVICE may name, exactly
    public record Federation(List<String> allow) {
        public Federation {
            allow = List.copyOf(allow);
        }
    }

    /// What happens to what is adopted.
    ///
    /// @param commits whether the files are also committed to the git working tree in which the checkout lies
    public record Workshop(boolean commits) {}

    private static final String BASE = "https?://[^/\\s?#]+/";

    /// What counts where a file says nothing.
    public static final Config DEFAULTS = new Config(
            new City(Text.same("Jena"), "https://data.jena.de/"),
            new Listen(3030, "127.0.0.1", List.of()),
            new Contact(new Text("Stadtverwaltung", "City administration"), "", "", ""),
            new Net(Set.of()),
            StoreOptions.DEFAULT,
            new Query(1_000_000, 5, 60, 64, 256, 200),
            new Federation(List.of()),
            new Workshop(false));

    /// Reads a file; a file that is not there is an error.
    public static Config read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ServerException(
                    ErrorCode.CONFIGURATION_INVALID, file + ": no such file; name a configuration with --config.");
        }
        ConfigFile yaml = ConfigFile.parse(file);
        Config config = new Config(
                city(yaml),
                listen(yaml),
                contact(yaml),
                net(yaml),
                store(yaml),
                query(yaml),
                federation(yaml),
                workshop(yaml));
        yaml.refuseUnread();
        return config;
    }

    /// The same with what the command line says; null leaves a value as it is.
    public Config with(@Nullable String base, @Nullable String bind, @Nullable Integer port) {
        if (base != null && !base.matches(BASE)) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT,
                    "--base must be http or https, end in / and have no other path, not " + base + ".");
        }
        if (port != null && (port < 0 || port > 65_535)) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT, "--port must be a number from 0 to 65535, not " + port + ".");
        }
        return new Config(
                new City(city.name(), base == null ? city.base() : base),
                new Listen(
                        port == null ? server.port() : port,
                        bind == null ? server.bind() : bind,
                        server.trustedProxies()),
                contact,
                net,
                store,
                query,
                federation,
                workshop);
    }

    private static City city(ConfigFile yaml) {
        return new City(
                yaml.text("city.name", DEFAULTS.city.name), yaml.matching("city.base", DEFAULTS.city.base, BASE));
    }

    private static Listen listen(ConfigFile yaml) {
        return new Listen(
                yaml.integer("server.port", DEFAULTS.server.port, 65_535),
                yaml.matching("server.bind", DEFAULTS.server.bind, "[0-9A-Za-z.:\\-]+"),
                yaml.list("server.trusted-proxies", "[0-9.]+|[0-9A-Fa-f:]+"));
    }

    /// Names parted by blanks.
    private static Net net(ConfigFile yaml) {
        String names = yaml.matching("net.private-hosts", "", "[A-Za-z0-9. -]*");
        return new Net(Arrays.stream(names.split(" +", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
    }

    /// A build sorts in pieces of the memory it is given: below 16 MB they are too many.
    private static StoreOptions store(ConfigFile yaml) {
        int megabytes =
                yaml.integer("store.build-memory", (int) (StoreOptions.DEFAULT.buildMemory() >> 20), 16, 65_536);
        int kept = yaml.integer("store.keep-generations", StoreOptions.DEFAULT.keepGenerations(), 1, 100);
        return new StoreOptions((long) megabytes << 20, kept);
    }

    private static Query query(ConfigFile yaml) {
        int seconds = yaml.integer("query.time", DEFAULTS.query.seconds, 1, 3_600);
        int most = Math.max(seconds, DEFAULTS.query.mostSeconds);
        return new Query(
                yaml.integer("query.rows", DEFAULTS.query.rows, 1, 100_000_000),
                seconds,
                yaml.integer("query.timeout", most, seconds, 3_600),
                yaml.integer("query.memory", DEFAULTS.query.held, 1, 65_536),
                yaml.integer("query.bytes", DEFAULTS.query.out, 1, 65_536),
                yaml.integer("query.steps", DEFAULTS.query.steps, 1, 100_000));
    }

    private static Federation federation(ConfigFile yaml) {
        return new Federation(
                yaml.list("federation.allow", "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[!-~&&[^<>\"{}|\\\\^`]]*"));
    }

    private static Workshop workshop(ConfigFile yaml) {
        return new Workshop(
                yaml.matching("workshop.adoption", "files", "files|git").equals("git"));
    }

    private static Contact contact(ConfigFile yaml) {
        return new Contact(
                yaml.text("contact.organisation", DEFAULTS.contact.organisation),
                yaml.matching("contact.address", DEFAULTS.contact.address, "(?s).*"),
                yaml.matching("contact.email", DEFAULTS.contact.email, "|[^@\\s]+@[^@\\s]+"),
                yaml.matching(
                        "contact.contributor-id", DEFAULTS.contact.contributorId, "|https?://[^\\s<>\"{}|\\\\^`]+"));
    }
}
