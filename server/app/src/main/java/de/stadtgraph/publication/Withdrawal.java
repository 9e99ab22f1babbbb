package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The tombstone of a release whose content was taken away: its manifest stays, its addresses answer 410. Immutable.
///
/// @param time when it was withdrawn
/// @param reason why; for everybody to read, so it names no person
public record Withdrawal(Instant time, String reason) {
    static final String FILE = "withdrawn.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The tombstone of a release's folder, if it has one.
    static Optional<Withdrawal> of(Path release) {
        Path file = release.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new Withdrawal(
                    Instant.parse(root.required("time").asText()),
                    root.required("reason").asText()));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw Storage.damaged(file, "it cannot be understood", e);
        }
    }

    /// Writes the tombstone and takes the content away. After the first step a reader sees the tombstone; a process
    /// that
    /// dies between the two leaves the rest to the next writer.
    void bury(Path release) throws IOException {
        byte[] text = JSON.createObjectNode()
                .put("time", time.toString())
                .put("reason", reason)
                .toPrettyString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path arriving = release.resolve(FILE + ".tmp");
        Files.deleteIfExists(arriving);
        DurableFile.write(arriving, text);
        Files.move(arriving, release.resolve(FILE), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        DurableFile.syncFolder(release);
        clear(release);
    }

    /// Removes what a withdrawn release must not keep.
    static void clear(Path release) throws IOException {
        for (Path file : DataFolder.entries(release)) {
            String name = String.valueOf(file.getFileName());
            if (!name.equals(FILE) && !name.equals(Manifest.FILE)) {
                Files.delete(file);
            }
        }
        DurableFile.syncFolder(release);
    }
}
