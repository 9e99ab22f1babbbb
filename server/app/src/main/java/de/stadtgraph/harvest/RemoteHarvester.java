package de.stadtgraph.harvest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.harvest.HarvestOutcome.NotModified;
import de.stadtgraph.harvest.HarvestOutcome.Unreachable;
import de.stadtgraph.net.OutboundAnswer;
import de.stadtgraph.net.OutboundClient;
import de.stadtgraph.net.OutboundRules;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Fetches sources that are not files of the module: from the web, from catalogues and services, from a folder. What
/// arrives is kept by the [Harvester]; what fails is told and changes nothing. One thread at a time.
public final class RemoteHarvester {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutboundRules rules;
    private final Harvester harvester;
    private final PrivateFolder fetched;
    private final Clock clock;

    /// @param rules limits and own servers; the hosts that may be asked are those of each plan
    /// @param fetched folder of the raw bytes
    public RemoteHarvester(OutboundRules rules, Harvester harvester, Path fetched, Clock clock) {
        this.rules = rules;
        this.harvester = harvester;
        this.fetched = new PrivateFolder(fetched);
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param dataset slug of the dataset
    /// @param name name of the source in its module
    /// @param lastDigest digest of the bytes that the current release was made of, or an empty text
    public record Wanted(String dataset, String name, String lastDigest) {}

    public HarvestOutcome fetch(Wanted wanted, HarvestPlan plan) {
        Origin origin = plan.sources().get(wanted.name());
        Path none = Path.of(wanted.name());
        if (origin == null) {
            throw new IllegalArgumentException("the plan has no source " + wanted.name());
        }
        Path arriving = fetched.path().resolve(wanted.dataset()).resolve("arriving");
        try {
            fetched.below(wanted.dataset());
            clear(arriving);
            Files.createDirectories(arriving);
            try (var client = new OutboundClient(allowing(plan))) {
                return fetch(wanted, origin, new Download(client, arriving));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unreachable(source(wanted, none), wanted.name() + ": stopped.");
        } catch (IOException | ServerException e) {
            return new Unreachable(source(wanted, none), sentence(wanted, e));
        } finally {
            discard(arriving);
        }
    }

    private OutboundRules allowing(HarvestPlan plan) {
        return new OutboundRules(
                plan.hosts(), rules.privateHosts(), rules.connect(), rules.total(), rules.bytes(), rules.userAgent());
    }

    private HarvestOutcome fetch(Wanted wanted, Origin origin, Download download)
            throws IOException, InterruptedException {
        var sources = new RemoteSources(download);
        return switch (origin) {
            case Origin.Web web -> web(wanted, web.address(), download);
            case Origin.Ckan ckan -> web(wanted, sources.resource(ckan), download);
            case Origin.Dcat dcat -> web(wanted, new DcatCatalogue(download).file(dcat), download);
            case Origin.Folder folder -> keep(wanted, RemoteSources.newest(folder));
            case Origin.Wfs wfs -> keep(wanted, sources.features(wfs));
            case Origin.SensorThings things -> keep(wanted, sources.things(things));
        };
    }

    private HarvestOutcome keep(Wanted wanted, Path file) {
        return harvester.fetch(source(wanted, file), wanted.lastDigest());
    }

    private static Source source(Wanted wanted, Path file) {
        return new Source(wanted.dataset(), wanted.name(), file, false);
    }

    /// A file that has not changed since it was fetched is not sent again (RFC 9110, section 13).
    private HarvestOutcome web(Wanted wanted, URI address, Download download) throws IOException, InterruptedException {
        Path notes = fetched.path().resolve(wanted.dataset()).resolve(Download.safe(wanted.name()) + ".validators");
        JsonNode last = read(notes, address);
        Optional<Path> kept = kept(wanted, last);
        Map<String, String> headers = new HashMap<>();
        if (kept.isPresent()) {
            put(headers, "If-None-Match", last.path("etag").asText());
            put(headers, "If-Modified-Since", last.path("modified").asText());
        }
        var got = download.ask(address, headers, Download.name(address, wanted.name()));
        if (got.answer().status() == 304 && kept.isPresent()) {
            return unchanged(wanted, kept.get(), last);
        }
        if (got.answer().status() != 200) {
            throw new IOException(address + ": answers " + got.answer().status() + ".");
        }
        HarvestOutcome outcome = keep(wanted, got.file());
        digest(outcome).ifPresent(fetch -> note(notes, address, got.answer(), fetch));
        return outcome;
    }

    private HarvestOutcome unchanged(Wanted wanted, Path kept, JsonNode last) throws IOException {
        String sha256 = last.path("sha256").asText();
        var fetch = new Fetch(source(wanted, kept), kept, sha256, Files.size(kept), clock.instant());
        return sha256.equals(wanted.lastDigest()) ? new NotModified(fetch) : new HarvestOutcome.Fetched(fetch);
    }

    private static Optional<Fetch> digest(HarvestOutcome outcome) {
        return switch (outcome) {
            case HarvestOutcome.Fetched(Fetch fetch) -> Optional.of(fetch);
            case NotModified(Fetch fetch) -> Optional.of(fetch);
            case Unreachable _ -> Optional.empty();
        };
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (!value.isBlank() && value.chars().allMatch(character -> character >= 0x20 && character < 0x7f)) {
            headers.put(name, value);
        }
    }

    /// The bytes of the last fetch, if they are still there.
    private Optional<Path> kept(Wanted wanted, JsonNode last) {
        String sha256 = last.path("sha256").asText();
        String name = last.path("file").asText();
        if (!sha256.matches("[0-9a-f]{64}") || name.isEmpty() || !name.equals(Download.safe(name))) {
            return Optional.empty();
        }
        Path file = fetched.path().resolve(wanted.dataset()).resolve(sha256).resolve(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private static JsonNode read(Path notes, URI address) {
        try {
            JsonNode last = JSON.readTree(notes.toFile());
            return last.path("url").asText().equals(address.toString()) ? last : JSON.createObjectNode();
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    private static void note(Path notes, URI address, OutboundAnswer answer, Fetch fetch) {
        ObjectNode node = JSON.createObjectNode().put("url", address.toString());
        node.put("etag", answer.header("etag").orElse(""));
        node.put("modified", answer.header("last-modified").orElse(""));
        node.put("sha256", fetch.sha256())
                .put("file", String.valueOf(fetch.file().getFileName()));

        try {
            Files.writeString(notes, node.toPrettyString());
        } catch (IOException e) {
            // Without the note the file is simply fetched again.
            discard(notes);
        }
    }

    private static String sentence(Wanted wanted, Exception e) {
        String what = e instanceof ServerException known ? known.detail().en() : String.valueOf(e.getMessage());
        return wanted.dataset() + ", source " + wanted.name() + ": " + what + (what.endsWith(".") ? "" : ".");
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    private static void discard(Path folder) {
        try {
            clear(folder);
        } catch (IOException _) {
            // The next fetch clears the folder before it begins.
        }
    }
}
