package de.stadtgraph.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// What a draft dataset is called, whose it is, and since when. Immutable.
///
/// @param owner name of the account
public record About(String name, String owner, Instant created) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "about.json";

    void write(Path folder) throws IOException {
        String text = JSON.createObjectNode()
                .put("owner", owner)
                .put("created", created.toString())
                .toString();
        DurableFolder.write(folder, FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    static About read(Path folder) throws IOException {
        JsonNode json = JSON.readTree(Files.readAllBytes(folder.resolve(FILE)));
        return new About(
                String.valueOf(folder.getFileName()),
                json.path("owner").asText(),
                Instant.parse(json.path("created").asText()));
    }
}
