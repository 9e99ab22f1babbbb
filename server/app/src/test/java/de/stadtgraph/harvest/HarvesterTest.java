package de.stadtgraph.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.harvest.HarvestOutcome.Fetched;
import de.stadtgraph.harvest.HarvestOutcome.NotModified;
import de.stadtgraph.harvest.HarvestOutcome.Unreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarvesterTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheBytesAsTheyCame() throws IOException {
        Path raw = Files.write(folder.resolve("raw.csv"), new byte[] {(byte) 0xFF, 0, 13, 10});
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        var harvester = new Harvester(folder.resolve("fetched"), Clock.fixed(now, ZoneOffset.UTC));
        Source source = new Source("trees", "trees", raw, false);

        var fetch = ((Fetched) harvester.fetch(source, "")).fetch();

        assertThat(fetch.bytes()).isEqualTo(4);
        assertThat(fetch.time()).isEqualTo(now);
        assertThat(fetch.file()).hasFileName("raw.csv").hasSameBinaryContentAs(raw);
        assertThat(harvester.fetch(source, fetch.sha256())).isInstanceOf(NotModified.class);
        assertThat(Files.getPosixFilePermissions(folder.resolve("fetched")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aMissingFileIsAnOutcome() {
        var harvester = new Harvester(folder.resolve("fetched"), Clock.systemUTC());
        Source source = new Source("trees", "trees", folder.resolve("none.csv"), false);
        assertThat(harvester.fetch(source, ""))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).contains("none.csv"));
    }
}
