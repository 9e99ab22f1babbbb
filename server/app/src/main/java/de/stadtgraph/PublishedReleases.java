package de.stadtgraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.Publications;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.PublishedRelease.Changes;
import de.stadtgraph.http.PublishedRelease.Download;
import de.stadtgraph.http.PublishedRelease.Finding;
import de.stadtgraph.http.PublishedRelease.Outcome;
import de.stadtgraph.http.PublishedRelease.QualityValue;
import de.stadtgraph.http.PublishedRelease.Severity;
import de.stadtgraph.http.PublishedState;
import de.stadtgraph.http.Refusal;
import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.http.Withdrawn;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.DataFolder;
import de.stadtgraph.publication.FileDigest;
import de.stadtgraph.publication.Manifest;
import de.stadtgraph.publication.Release;
import de.stadtgraph.publication.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What the front shows of publications, read from the data folder. Releases never change, so each is read once.
final class PublishedReleases implements Publications {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_REFUSALS = 10;

    private final Releases releases;
    private final DataFolder folder;
    private final Map<Path, PublishedRelease> known = new ConcurrentHashMap<>();

    PublishedReleases(Releases releases, DataFolder folder) {
        this.releases = releases;
        this.folder = folder;
    }

    @Override
    public Optional<PublishedRelease> release(String dataset, long number) {
        return releases.find(dataset, number).map(this::shown);
    }

    @Override
    public Optional<Withdrawn> withdrawn(String dataset, long number) {
        return releases.withdrawal(dataset, number).map(tomb -> new Withdrawn(tomb.time(), tomb.reason()));
    }

    @Override
    public Optional<ReleaseDetails> details(String dataset, long number) {
        return releases.find(dataset, number).map(PublishedDetails::new);
    }

    @Override
    public List<PublishedRelease> releases(String dataset) {
        return releases.list(dataset).stream().map(this::shown).toList();
    }

    @Override
    public List<PublishedState> states() {
        return releases.states().states().reversed().stream()
                .map(state -> new PublishedState(state.number(), state.time(), state.releases()))
                .toList();
    }

    private PublishedRelease shown(Release release) {
        return known.computeIfAbsent(release.folder(), _ -> read(release));
    }

    private static PublishedRelease read(Release release) {
        Manifest manifest = release.manifest();
        JsonNode report = json(release.folder().resolve("report.json"));
        JsonNode results = report.path("results");
        return new PublishedRelease(
                manifest.dataset(),
                manifest.number(),
                manifest.time(),
                manifest.outcome().equals("released") ? Outcome.RELEASED : Outcome.RELEASED_WITH_WARNINGS,
                manifest.inputs().sample(),
                new PublishedRelease.Records(
                        manifest.records().read(),
                        manifest.records().mapped(),
                        manifest.records().rejected()),
                manifest.quads(),
                new PublishedRelease.Results(
                        results.path("violation").asLong(),
                        results.path("warning").asLong(),
                        results.path("info").asLong()),
                findings(report.path("findings")),
                measurements(report.path("measurements")),
                manifest.parent().map(_ -> new Changes(manifest.added(), manifest.removed())),
                downloads(release));
    }

    private static List<Finding> findings(JsonNode list) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode each : list) {
            String[] de = each.path("de").asText().split(": ", 2);
            String[] en = each.path("en").asText().split(": ", 2);
            List<String> examples = new ArrayList<>();
            each.path("examples").forEach(example -> examples.add(example.asText()));
            Text message = new Text(de[de.length - 1], en[en.length - 1]);
            findings.add(new Finding(
                    each.path("rule").asText(),
                    new Text(de[0], en[0]),
                    severity(each),
                    message,
                    text(each.path("sentence"), message),
                    text(each.path("repair"), Text.same("")),
                    each.path("count").asLong(),
                    examples));
        }
        return findings;
    }

    /// A block that a steward acknowledged is shown as a violation.
    private static Severity severity(JsonNode finding) {
        String name = finding.path("severity").asText().toUpperCase(Locale.ROOT);
        return name.equals("BLOCK") ? Severity.VIOLATION : Severity.valueOf(name);
    }

    private static Text text(JsonNode node, Text otherwise) {
        return node.has("de")
                ? new Text(node.path("de").asText(), node.path("en").asText())
                : otherwise;
    }

    private static List<QualityValue> measurements(JsonNode list) {
        List<QualityValue> values = new ArrayList<>();
        for (JsonNode each : list) {
            String metric = each.path("metric").asText();
            values.add(new QualityValue(
                    text(each, Metrics.NAMES.getOrDefault(metric, Text.same(metric))),
                    metric,
                    each.path("dimension").asText(),
                    Optional.of(each.path("shape").asText()).filter(shape -> !shape.isEmpty()),
                    each.path("numerator").asLong(),
                    each.path("denominator").asLong()));
        }
        return values;
    }

    private static List<Download> downloads(Release release) {
        List<Download> downloads = new ArrayList<>();
        release.downloads().forEach((suffix, file) -> {
            FileDigest digest = release.manifest().files().get(String.valueOf(file.getFileName()));
            if (digest != null) {
                downloads.add(new Download(suffix, file, digest.size(), digest.sha256()));
            }
        });
        return downloads;
    }

    @Override
    public List<Refusal> refusals() {
        Path refused = folder.workspace().resolve("refused");
        if (!Files.isDirectory(refused)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(refused, 2)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("decision.json")))
                    .flatMap(entry -> refusal(entry).stream())
                    .sorted(Comparator.comparing(Refusal::time).reversed())
                    .limit(MOST_REFUSALS)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Dataset, time, rules and counts: nothing else of a refused candidate is public.
    private static Optional<Refusal> refusal(Path entry) {
        JsonNode manifest = json(entry.resolve("manifest.json"));
        JsonNode decision = json(entry.resolve("decision.json"));
        if (!manifest.has("dataset")) {
            return Optional.empty();
        }
        Map<String, Long> rules = new TreeMap<>();
        decision.path("reasons")
                .forEach(reason -> rules.put(
                        reason.path("rule").asText(), reason.path("count").asLong()));
        return Optional.of(new Refusal(
                manifest.path("dataset").asText(),
                Instant.parse(manifest.path("time").asText()),
                rules));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
