package de.stadtgraph.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What `manifest.json` says of a release. Immutable.
///
/// @param dataset slug
/// @param number number of the release; 0 for a refused candidate
/// @param time when it was decided
/// @param issued when the dataset was first released
/// @param parent number of the release it followed, if there was one
/// @param outcome notation of the decision
/// @param quads number of quads
/// @param subjects number of different subjects
/// @param contentSha256 digest of the sorted statements without graph names
/// @param added quads that the release before did not have
/// @param removed quads of the release before that are gone
/// @param inputs what it was made from
/// @param records source records of the run
/// @param triplesMaps names in the order of their numbers in the lineage
/// @param files every other file of the folder
public record Manifest(
        String dataset,
        long number,
        Instant time,
        Instant issued,
        Optional<Long> parent,
        String outcome,
        long quads,
        long subjects,
        String contentSha256,
        long added,
        long removed,
        Inputs inputs,
        RecordCounts records,
        List<String> triplesMaps,
        Map<String, FileDigest> files) {
    static final String FILE = "manifest.json";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Manifest {
        triplesMaps = List.copyOf(triplesMaps);
        files = Map.copyOf(files);
    }

    /// The same with its place in history and the files that were written.
    Manifest with(Optional<Long> follows, Map<String, FileDigest> written) {
        return new Manifest(
                dataset,
                number,
                time,
                issued,
                follows,
                outcome,
                quads,
                subjects,
                contentSha256,
                added,
                removed,
                inputs,
                records,
                triplesMaps,
                written);
    }

    byte[] bytes() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("dataset", dataset).put("number", number);
        root.put("time", time.toString()).put("issued", issued.toString());
        parent.ifPresent(value -> root.put("parent", value));
        root.put("outcome", outcome).put("quads", quads).put("subjects", subjects);
        root.put("contentSha256", contentSha256).put("added", added).put("removed", removed);
        root.put("sample", inputs.sample()).put("moduleDigest", inputs.moduleDigest());
        root.putObject("records")
                .put("read", records.read())
                .put("mapped", records.mapped())
                .put("rejected", records.rejected());
        inputs.sources().forEach(source -> write(source, root.withArray("/sources")));
        triplesMaps.forEach(root.withArray("/triplesMaps")::add);
        ObjectNode versions = root.putObject("versions");
        new TreeMap<>(inputs.versions()).forEach(versions::put);
        ObjectNode digests = root.putObject("files");
        new TreeMap<>(files)
                .forEach((name, file) ->
                        digests.putObject(name).put("sha256", file.sha256()).put("size", file.size()));
        return JSON.writeValueAsBytes(root);
    }

    private static void write(SourceDigest source, ArrayNode sources) {
        sources.addObject()
                .put("name", source.name())
                .put("file", source.file())
                .put("sha256", source.sha256())
                .put("size", source.size())
                .put("fetched", source.fetched().toString());
    }

    /// Reads a manifest back; a missing or damaged one is [de.stadtgraph.problem.ErrorCode#RELEASE_DAMAGED].
    static Manifest read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.path("format").asInt() != FORMAT) {
                throw Storage.damaged(file, "it is not of format " + FORMAT);
            }
            return read(root);
        } catch (NoSuchFileException e) {
            throw Storage.damaged(file, "it is missing", e);
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            throw Storage.damaged(file, "it cannot be understood", e);
        } catch (IOException e) {
            throw Storage.failed(file, e);
        }
    }

    private static Manifest read(JsonNode root) {
        JsonNode records = root.required("records");
        return new Manifest(
                root.required("dataset").asText(),
                root.required("number").longValue(),
                Instant.parse(root.required("time").asText()),
                Instant.parse(root.required("issued").asText()),
                root.has("parent") ? Optional.of(root.get("parent").longValue()) : Optional.empty(),
                root.required("outcome").asText(),
                root.required("quads").longValue(),
                root.required("subjects").longValue(),
                root.required("contentSha256").asText(),
                root.required("added").longValue(),
                root.required("removed").longValue(),
                inputs(root),
                new RecordCounts(
                        records.required("read").longValue(),
                        records.required("mapped").longValue(),
                        records.required("rejected").longValue()),
                texts(root.path("triplesMaps")),
                files(root.required("files")));
    }

    private static Inputs inputs(JsonNode root) {
        List<SourceDigest> sources = new ArrayList<>();
        for (JsonNode source : root.path("sources")) {
            sources.add(new SourceDigest(
                    source.required("name").asText(),
                    source.required("file").asText(),
                    source.required("sha256").asText(),
                    source.required("size").longValue(),
                    Instant.parse(source.required("fetched").asText())));
        }
        Map<String, String> versions = new LinkedHashMap<>();
        root.required("versions")
                .properties()
                .forEach(entry -> versions.put(entry.getKey(), entry.getValue().asText()));
        return new Inputs(
                sources,
                root.required("moduleDigest").asText(),
                versions,
                root.required("sample").booleanValue());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static Map<String, FileDigest> files(JsonNode root) {
        Map<String, FileDigest> files = new LinkedHashMap<>();
        root.properties()
                .forEach(entry -> files.put(
                        entry.getKey(),
                        new FileDigest(
                                entry.getValue().required("sha256").asText(),
                                entry.getValue().required("size").longValue())));
        return files;
    }
}
