package de.stadtgraph.publication;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The append-only log of states. A line in it, on the disk, is the commit of a publication.
///
/// Reading is for many threads and processes and looks at the file each time. Appending is for the one who holds the
/// folder's lock. A last line that was cut off while it was written was never acknowledged: readers pass over it, the
/// next append removes it. Any other line that is not as it was written is `RELEASE_DAMAGED`.
public final class StateLog {
    private final Path file;

    StateLog(Path file) {
        this.file = file;
    }

    /// The newest state; [State#EMPTY] before the first.
    public State current() {
        List<State> states = states();
        return states.isEmpty() ? State.EMPTY : states.getLast();
    }

    /// All states, oldest first.
    public List<State> states() {
        return content().states;
    }

    /// Adds a state and returns when it is on the disk. For a rollback, name the older releases.
    ///
    /// @param releases dataset → release, for all datasets
    public State append(Map<String, Long> releases, Instant time) {
        Content content = content();
        long number = content.states.isEmpty() ? 1 : content.states.getLast().number() + 1;
        State state = new State(number, time, releases);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.truncate(content.goodBytes);
            channel.position(content.goodBytes);
            ByteBuffer line = ByteBuffer.wrap(StateLine.write(state));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw Storage.failed(file, e);
        }
        return state;
    }

    /// Length and time of the file, to see cheaply whether it changed.
    String mark() {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "";
        }
    }

    private Content content() {
        byte[] bytes = bytes();
        List<State> states = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                states.add(state(Arrays.copyOfRange(bytes, start, at), states.size()));
                start = at + 1;
            }
        }
        if (start < bytes.length
                && StateLine.read(Arrays.copyOfRange(bytes, start, bytes.length - 1))
                        .isPresent()) {
            throw Storage.damaged(file, "the end of line " + (states.size() + 1) + " is damaged");
        }
        return new Content(states, start);
    }

    private State state(byte[] line, int before) {
        State state =
                StateLine.read(line).orElseThrow(() -> Storage.damaged(file, "line " + (before + 1) + " is damaged"));
        if (state.number() != before + 1) {
            throw Storage.damaged(file, "state " + (before + 1) + " is missing before state " + state.number());
        }
        return state;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            return new byte[0];
        } catch (IOException e) {
            throw Storage.failed(file, e);
        }
    }

    /// What the file holds, and where its last good line ends.
    private record Content(List<State> states, long goodBytes) {}
}
