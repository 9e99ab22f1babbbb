package de.stadtgraph.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The accounts in one file, a JSON object a line, in a folder that only its owner may open. A change replaces the file
/// at once, under a lock that holds over processes.
final class AccountFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path file;

    AccountFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("accounts.jsonl");
    }

    /// What changes when the file changes: each change is a new file.
    record Stamp(long modified, long size, String key) {
        static final Stamp NONE = new Stamp(0, 0, "");
    }

    Stamp stamp() {
        try {
            if (!Files.exists(file)) {
                return Stamp.NONE;
            }
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.lastModifiedTime().toMillis(), attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    List<StoredAccount> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<StoredAccount> accounts = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                accounts.add(account(JSON.readTree(line)));
            }
            return accounts;
        } catch (IOException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    /// Reads, changes and replaces the file; nobody else writes meanwhile.
    synchronized List<StoredAccount> change(UnaryOperator<List<StoredAccount>> change) {
        PrivateFiles.folder(folder);
        try (FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            List<StoredAccount> changed = change.apply(read());
            write(changed);
            return changed;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(List<StoredAccount> accounts) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (StoredAccount account : accounts) {
            lines.append(line(account)).append('\n');
        }
        Path next = folder.resolve("accounts.jsonl.tmp");
        Files.deleteIfExists(next);
        PrivateFiles.file(next);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(StoredAccount account) throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode()
                .put("id", account.id())
                .put("name", account.name())
                .put("role", account.role().word())
                .put("sha256", account.hash())
                .put("created", account.created().toString())
                .put("expires", account.expires().toString());
        account.datasets().forEach(json.putArray("datasets")::add);
        put(json, "lastUse", account.lastUse());
        put(json, "revoked", account.revoked());
        return JSON.writeValueAsString(json);
    }

    private static void put(ObjectNode json, String name, @Nullable LocalDate day) {
        if (day != null) {
            json.put(name, day.toString());
        }
    }

    private static StoredAccount account(JsonNode json) {
        Set<String> datasets = new LinkedHashSet<>();
        json.path("datasets").forEach(slug -> datasets.add(slug.asText()));
        return new StoredAccount(
                json.path("id").asText(),
                json.path("name").asText(),
                Role.of(json.path("role").asText()).orElseThrow(() -> new IllegalArgumentException("role")),
                datasets,
                json.path("sha256").asText(),
                LocalDate.parse(json.path("created").asText()),
                LocalDate.parse(json.path("expires").asText()),
                day(json, "lastUse"),
                day(json, "revoked"));
    }

    private static @Nullable LocalDate day(JsonNode json, String name) {
        return json.hasNonNull(name) ? LocalDate.parse(json.path(name).asText()) : null;
    }

    private ServerException failed(Exception e) {
        return new ServerException(
                ErrorCode.INTERNAL, file + ": the accounts cannot be read or written: " + e.getMessage(), e);
    }
}
