package de.stadtgraph.harvest;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What `harvest.yaml` of a mapping module says: where its sources come from, and how often. Immutable.
///
/// @param every how often the module runs while the server serves; only when asked, where it is absent
/// @param sources origin by name of the source
/// @param hosts hosts that may be asked, as `host:port`: those of the addresses and those named besides
public record HarvestPlan(Optional<Duration> every, Map<String, Origin> sources, Set<String> hosts) {
    /// Name of the file in the module's folder.
    public static final String FILE = "harvest.yaml";

    private static final Pattern RHYTHM = Pattern.compile("([0-9]{1,4})(min|h|d)");
    private static final Set<String> KEYS =
            Set.of("kind", "url", "path", "pattern", "dataset", "resource", "format", "type", "output");

    public HarvestPlan {
        sources = Map.copyOf(sources);
        hosts = Set.copyOf(hosts);
    }

    /// The plan of a module's folder; nothing where it has none.
    public static Optional<HarvestPlan> of(Path module) {
        Path file = module.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(1 << 16)
                    .build();
            return Optional.of(new Reading(file).plan(new Load(settings).loadFromString(Files.readString(file))));
        } catch (YamlEngineException | IOException e) {
            throw invalid(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private static ServerException invalid(Path file, String what) {
        return new ServerException(ErrorCode.CONFIGURATION_INVALID, file + ": " + what + ".");
    }

    /// Reads one file.
    private record Reading(Path file) {
        HarvestPlan plan(@Nullable Object tree) {
            Map<?, ?> root = map(tree, "the file");
            refuse(root.keySet(), Set.of("every", "hosts", "sources"), "");
            Map<String, Origin> sources = new TreeMap<>();
            Set<String> hosts = new HashSet<>();
            map(root.get("sources"), "sources").forEach((name, entry) -> {
                Origin origin = origin(name + "", map(entry, "sources." + name));
                sources.put(name + "", origin);
                host(origin).ifPresent(hosts::add);
            });
            if (root.get("hosts") instanceof Iterable<?> more) {
                more.forEach(host -> hosts.add(withPort(host.toString().toLowerCase(Locale.ROOT))));
            }
            return new HarvestPlan(rhythm(root.get("every")), sources, hosts);
        }

        private static String withPort(String host) {
            return host.contains(":") ? host : host + ":443";
        }

        private Optional<Duration> rhythm(@Nullable Object every) {
            if (every == null) {
                return Optional.empty();
            }
            Matcher rhythm = RHYTHM.matcher(every.toString());
            if (!rhythm.matches() || Integer.parseInt(rhythm.group(1)) == 0) {
                throw invalid(file, "every: write a number and min, h or d, for example 1d, not \"" + every + "\"");
            }
            int number = Integer.parseInt(rhythm.group(1));
            return Optional.of(
                    switch (rhythm.group(2)) {
                        case "min" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    });
        }

        private Origin origin(String name, Map<?, ?> entry) {
            refuse(entry.keySet(), KEYS, "sources." + name + ".");
            String kind = text(name, entry, "kind");
            return switch (kind) {
                case "web" -> new Origin.Web(address(name, entry));
                case "folder" -> new Origin.Folder(Path.of(text(name, entry, "path")), text(name, entry, "pattern"));
                case "ckan" ->
                    new Origin.Ckan(address(name, entry), text(name, entry, "dataset"), text(name, entry, "resource"));
                case "dcat" ->
                    new Origin.Dcat(address(name, entry), text(name, entry, "dataset"), text(name, entry, "format"));
                case "wfs" ->
                    new Origin.Wfs(address(name, entry), text(name, entry, "type"), text(name, entry, "output"));
                case "sensorthings" -> new Origin.SensorThings(address(name, entry));
                default ->
                    throw invalid(
                            file,
                            "sources." + name + ".kind is web, folder, ckan, dcat, wfs or sensorthings, not \"" + kind
                                    + "\"");
            };
        }

        private URI address(String name, Map<?, ?> entry) {
            String text = text(name, entry, "url");
            try {
                URI address = new URI(text);
                if (address.getHost() != null
                        && String.valueOf(address.getScheme()).matches("https?")) {
                    return address;
                }
            } catch (URISyntaxException _) {
                // told below, in our words
            }
            throw invalid(file, "sources." + name + ".url is no address of http or https: \"" + text + "\"");
        }

        private String text(String name, Map<?, ?> entry, String key) {
            Object value = entry.get(key);
            if (value == null || value.toString().isBlank()) {
                throw invalid(file, "sources." + name + "." + key + " is missing");
            }
            return value.toString();
        }

        private Map<?, ?> map(@Nullable Object value, String what) {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw invalid(file, what + " must hold keys and values");
        }

        private void refuse(Set<?> given, Set<String> known, String where) {
            Set<String> unknown = new TreeSet<>();
            given.forEach(key -> unknown.add(key.toString()));
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                throw invalid(
                        file,
                        "the key " + where + unknown.iterator().next() + " is not known; there are "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }

        private static Optional<String> host(Origin origin) {
            @Nullable
            URI address = switch (origin) {
                case Origin.Web web -> web.address();
                case Origin.Ckan ckan -> ckan.base();
                case Origin.Dcat dcat -> dcat.catalogue();
                case Origin.Wfs wfs -> wfs.address();
                case Origin.SensorThings things -> things.address();
                case Origin.Folder _ -> null;
            };
            if (address == null) {
                return Optional.empty();
            }
            int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
            int port = address.getPort() < 0 ? usual : address.getPort();
            return Optional.of(address.getHost().toLowerCase(Locale.ROOT) + ":" + port);
        }
    }
}
