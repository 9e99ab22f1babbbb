package de.stadtgraph.accounts;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The append-only trail of decisions, acknowledgements, tokens and roles: a JSON object a line, synced. Never a
/// secret, never public. Thread-safe.
public final class AuditTrail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path file;
    private final Clock clock;

    AuditTrail(Path folder, Clock clock) {
        this.folder = folder;
        this.file = folder.resolve("audit.jsonl");
        this.clock = clock;
    }

    /// Adds a line.
    ///
    /// @param who id of the account, or `command line`
    /// @param what what was done, in a word or two
    /// @param facts what it was done to
    public synchronized void add(String who, String what, Map<String, String> facts) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("who", who);
        line.put("what", what);
        line.putAll(facts);
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.file(file);
            byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(bytes));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.STORAGE_FULL, file + ": the audit line cannot be written: " + e.getMessage(), e);
        }
    }

    /// The lines so far, oldest first.
    public List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new ServerException(ErrorCode.INTERNAL, file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
