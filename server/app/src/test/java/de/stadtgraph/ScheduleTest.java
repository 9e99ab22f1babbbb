package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.pipeline.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A module that states a rhythm runs by it while the server serves, on a clock that the test moves.
class ScheduleTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T00:00:00Z"));
    private Path inbox;
    private Server server;

    private final class MovedClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @BeforeEach
    void oneModuleThatRunsEveryHour() throws IOException {
        CheckoutParts.copy(home, "ontologies", "shapes", "mappings/parking");
        Path dataset = home.resolve("mappings/parking/dataset.ttl");
        String text = Files.readString(dataset);
        assertThat(text).contains("jmo:minimumRecords 90");
        Files.writeString(dataset, text.replace("jmo:minimumRecords 90", "jmo:minimumRecords 10"));
        inbox = Files.createDirectories(home.resolve("inbox"));
        Files.writeString(
                home.resolve("mappings/parking/harvest.yaml"),
                "every: 1h\nsources:\n  parking: {kind: folder, path: '" + inbox + "', pattern: '*.geojson'}\n");
        server = Server.of(new Home(home), Config.DEFAULTS, home.resolve("data"));
    }

    private void deliver(String name) throws IOException {
        String sample = Files.readString(CHECKOUT.resolve("mappings/parking/sample.geojson"));
        assertThat(sample).contains("Beispielplatz 1");
        Files.writeString(inbox.resolve("parking.geojson"), sample.replace("Beispielplatz 1", name));
    }

    private long release() {
        return server.releases().states().current().release("parking").orElse(0L);
    }

    /// Waits until the schedule has looked often enough to have run what is due.
    private void rest() throws InterruptedException {
        Thread.sleep(400);
    }

    private void awaitRelease(long number) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (release() < number && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertThat(release()).isEqualTo(number);
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void itRunsByItsRhythmAndTriesAgainAfterAFailure() throws Exception {
        deliver("Platz A");
        try (Schedule _ =
                new Schedule(server.modules(), server::pipeline, new MovedClock()).start(Duration.ofMillis(20))) {
            awaitRelease(1);
            rest();
            deliver("Platz B");
            pass(Duration.ofMinutes(59));
            rest();
            assertThat(release()).as("before the hour is over").isEqualTo(1);
            pass(Duration.ofMinutes(1));
            awaitRelease(2);
            rest();

            Files.delete(inbox.resolve("parking.geojson"));
            pass(Duration.ofHours(1));
            rest();
            assertThat(release()).as("the last good release stays").isEqualTo(2);
            deliver("Platz C");
            pass(Duration.ofSeconds(59));
            rest();
            assertThat(release()).as("before the minute after a failure").isEqualTo(2);
            pass(Duration.ofSeconds(1));
            awaitRelease(3);
        }
    }
}
