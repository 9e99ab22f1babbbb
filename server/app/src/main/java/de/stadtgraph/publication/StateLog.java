package de.stadtgraph.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// The append-only log of states. A line that is synced to the disk is the commit of a publication.
///
/// One line a state: a JSON object, a tab, the CRC-32C of the object in hex. A last line that is torn was never
/// acknowledged and is dropped; damage anywhere else stops with a sentence. Readers need no lock; one writer at a time.
public final class StateLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Path root;

    public StateLog(DataFolder folder) {
        this.file = folder.statesLog();
        this.root = folder.root();
    }

    /// All states, oldest first.
    public List<State> states() {
        return read().states;
    }

    /// The newest state, or the empty one.
    public State current() {
        List<State> states = states();
        return states.isEmpty() ? State.EMPTY : states.getLast();
    }

    /// Commits: when this returns, the state survives a crash.
    void append(State state) {
        long end = read().end;
        byte[] line = line(state).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.position(end);
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Disk.syncFolder(root);
        } catch (IOException e) {
            throw DataFolder.unwritable(file, e);
        }
    }

    /// The states, and how many bytes of the file they take.
    private record Content(List<State> states, long end) {}

    private Content read() {
        if (!Files.exists(file)) {
            return new Content(List.of(), 0);
        }
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ServerException(ErrorCode.SOURCE_UNREADABLE, file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Content parse(byte[] bytes) {
        List<State> states = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                Optional<State> state = state(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                if (state.isEmpty()) {
                    if (i == bytes.length - 1) {
                        break;
                    }
                    throw new ServerException(
                            ErrorCode.RELEASE_DAMAGED,
                            file + ":" + (states.size() + 1)
                                    + ": the line is damaged; restore the file from the backup.");
                }
                states.add(state.get());
                start = i + 1;
            }
        }
        return new Content(states, start);
    }

    private static String line(State state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", state.number());
        json.put("time", state.time().toString());
        json.put("releases", new TreeMap<>(state.releases()));
        try {
            String text = JSON.writeValueAsString(json);
            return text + "\t" + checksum(text) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<State> state(String line) {
        int tab = line.lastIndexOf('\t');
        if (tab < 0 || !line.substring(tab + 1).equals(checksum(line.substring(0, tab)))) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(line.substring(0, tab));
            Map<String, Long> releases = new TreeMap<>();
            json.get("releases")
                    .properties()
                    .forEach(entry ->
                            releases.put(entry.getKey(), entry.getValue().asLong()));
            return Optional.of(new State(
                    json.get("state").asLong(), Instant.parse(json.get("time").asText()), releases));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
