package de.stadtgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLogTest {
    @TempDir
    private Path folder;

    private Path file;
    private StateLog log;

    @BeforeEach
    void threeStates() {
        file = folder.resolve("states.log");
        log = new StateLog(file);
        assertThat(log.current()).isEqualTo(State.EMPTY);
        log.append(Map.of("areas", 1L), City.TIME);
        log.append(Map.of("areas", 1L, "trees", 1L), City.TIME);
        log.append(Map.of("areas", 1L, "trees", 2L), City.TIME);
    }

    @Test
    void statesAreReadBack() {
        assertThat(log.states()).extracting(State::number).containsExactly(1L, 2L, 3L);
        assertThat(log.current()).isEqualTo(new State(3, City.TIME, Map.of("areas", 1L, "trees", 2L)));
    }

    @Test
    void aLastLineCutOffAnywhereIsPassedOverAndReplaced() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int start = 1 + lastIndexOf(whole, whole.length - 2);
        for (int length = start; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(log.current().number()).isEqualTo(2);
        }
        assertThat(log.append(Map.of("areas", 9L), City.TIME).number()).isEqualTo(3);
        assertThat(log.current().release("areas")).contains(9L);
    }

    @Test
    void anyFlippedByteIsDamage() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 4;
            Files.write(file, damaged);
            assertThatThrownBy(log::states)
                    .as("byte %d", at)
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void aFollowerHearsOfANewStateWithinTwoSeconds() throws InterruptedException {
        var heard = new LinkedBlockingQueue<State>();
        try (var follower = StateFollower.start(log, log.current(), Duration.ofMillis(200), heard::add)) {
            log.append(Map.of("areas", 2L), City.TIME);
            State state = heard.poll(2, TimeUnit.SECONDS);
            assertThat(state).isEqualTo(log.current());
            assertThat(follower).isNotNull();
        }
    }

    private static int lastIndexOf(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '\n') {
            at--;
        }
        return at;
    }
}
