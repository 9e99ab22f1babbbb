package de.stadtgraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.LineageEntry;
import de.stadtgraph.publication.Manifest;
import de.stadtgraph.publication.Release;
import de.stadtgraph.publication.SourceDigest;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// The details of one release, read from its folder when they are asked for; its mapping is read once.
final class PublishedDetails implements ReleaseDetails {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Release release;
    private final Manifest manifest;
    private final List<SourceFile> sources;

    PublishedDetails(Release release) {
        this.release = release;
        this.manifest = release.manifest();
        this.sources = manifest.inputs().sources().stream()
                .map(PublishedDetails::source)
                .toList();
    }

    private static SourceFile source(SourceDigest source) {
        return new SourceFile(source.name(), source.file(), source.sha256(), source.size(), source.fetched());
    }

    @Override
    public Graph record() {
        return release.record();
    }

    /// What a steward wrote as a reason stays in the file.
    @Override
    public Graph decision() {
        Graph decision = release.decision();
        for (var attributed :
                decision.find(Node.ANY, Prov.WAS_ATTRIBUTED_TO, Node.ANY).toList()) {
            decision.remove(attributed.getSubject(), Rdfs.COMMENT, Node.ANY);
        }
        return decision;
    }

    @Override
    public Graph report() {
        return release.report();
    }

    @Override
    public List<SourceFile> sources() {
        return sources;
    }

    @Override
    public Map<String, String> versions() {
        return new TreeMap<>(manifest.inputs().versions());
    }

    @Override
    public List<String> acknowledged() {
        List<String> rules = new ArrayList<>();
        json("decision.json").path("acknowledged").forEach(rule -> rules.add(rule.asText()));
        return rules;
    }

    @Override
    public List<Origin> origins(String subject) {
        return release.lineage().map(lineage -> lineage.find(subject)).orElse(List.of()).stream()
                .filter(entry -> entry.source() >= 0 && entry.source() < sources.size())
                .map(this::origin)
                .distinct()
                .toList();
    }

    private Origin origin(LineageEntry entry) {
        List<String> rules = manifest.triplesMaps();
        String rule = entry.triplesMap() >= 0 && entry.triplesMap() < rules.size() ? rules.get(entry.triplesMap()) : "";
        return new Origin(sources.get(entry.source()), entry.record(), rule);
    }

    @Override
    public Optional<Mapping> mapping() {
        return release.file("mapping.ttl").map(MappingRules::read);
    }

    @Override
    public Optional<ChangedThings> changes() {
        return release.file("changes.json").map(_ -> {
            JsonNode root = json("changes.json");
            return new ChangedThings(kind(root.path("added")), kind(root.path("removed")), kind(root.path("changed")));
        });
    }

    private static Kind kind(JsonNode node) {
        List<String> examples = new ArrayList<>();
        node.path("examples").forEach(example -> examples.add(example.asText()));
        return new Kind(node.path("count").asLong(), examples);
    }

    private JsonNode json(String name) {
        Path file = release.folder().resolve(name);
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new ServerException(ErrorCode.RELEASE_DAMAGED, file + ": cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
