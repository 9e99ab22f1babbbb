package de.stadtgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
    @TempDir
    private Path work;

    private DataFolder folder;
    private FolderLock lock;
    private Releases releases;
    private Rollback rollback;

    @BeforeEach
    void publishThree() {
        folder = DataFolder.open(work.resolve("data"));
        lock = folder.lock("test");
        releases = new Releases(folder, City.IRIS);
        rollback = new Rollback(folder, releases, lock, Clock.fixed(City.TIME, ZoneOffset.UTC));
        publish(0, 10);
        publish(5, 12);
        publish(5, 14);
    }

    @AfterEach
    void giveBack() {
        lock.close();
    }

    private Release publish(int from, int to) {
        var publisher = new Publisher(folder, City.IRIS, lock);
        var quads = City.quads(work, City.trees(from, to));
        var inputs = City.inputs("digest" + from + "-" + to, false);
        return publisher.publish(
                City.candidate(City.open("trees"), quads, inputs, new RecordCounts(10, 10, 0)), City.released());
    }

    @Test
    void goingBackIsANewStateAndLosesNothing() {
        State back = rollback.back("trees");
        assertThat(back.number()).isEqualTo(4);
        assertThat(back.releases()).isEqualTo(Map.of("trees", 2L));
        assertThat(rollback.to("trees", 3).releases()).isEqualTo(Map.of("trees", 3L));
        assertThat(releases.list("trees")).hasSize(3);
        assertThatThrownBy(() -> rollback.to("trees", 3)).hasMessageContaining("is the current one already");
        assertThatThrownBy(() -> rollback.to("trees", 9)).hasMessageContaining("there are releases 3, 2, 1.");
        assertThatThrownBy(() -> rollback.back("parking")).hasMessageContaining("no release of parking");
    }

    @Test
    void aWithdrawnReleaseLeavesOnlyItsManifestAndTheReason() throws IOException {
        Path raw = folder.fetched().resolve("trees").resolve("digest5-12");
        Files.createDirectories(raw);
        State state = rollback.withdraw("trees", 2, "An address stood in a comment.");
        assertThat(state.releases()).isEqualTo(Map.of("trees", 3L));
        assertThat(names(folder.releases().resolve("trees/2"))).containsExactly("manifest.json", "withdrawn.json");
        assertThat(releases.find("trees", 2)).isEmpty();
        assertThat(releases.withdrawal("trees", 2).orElseThrow().reason()).isEqualTo("An address stood in a comment.");
        assertThat(raw).doesNotExist();
        Release next = releases.find("trees", 3).orElseThrow();
        assertThat(next.removed()).isEmpty();
        assertThat(next.added()).isPresent();
        next.verify();
        assertThat(releases.lastWith(City.tree(3)).map(Release::number)).isEqualTo(Optional.of(1L));
    }

    @Test
    void aWithdrawnCurrentReleaseGivesWayToTheOneBefore() {
        assertThat(rollback.withdraw("trees", 3, "wrong").releases()).isEqualTo(Map.of("trees", 2L));
        assertThat(rollback.withdraw("trees", 1, "wrong").releases()).isEqualTo(Map.of("trees", 2L));
        assertThat(rollback.withdraw("trees", 2, "wrong").releases()).isEmpty();
        assertThat(publish(0, 4).number()).isEqualTo(4);
        assertThatThrownBy(() -> rollback.withdraw("trees", 4, " ")).hasMessageContaining("needs a reason");
    }

    @Test
    void aWithdrawalThatWasKilledIsFinishedByTheNextWriter() throws IOException {
        Path release = folder.releases().resolve("trees/2");
        Files.writeString(
                release.resolve(Withdrawal.FILE), "{\"time\": \"2026-03-01T10:00:00Z\", \"reason\": \"wrong\"}");
        lock.close();
        lock = folder.lock("next");
        assertThat(names(release)).containsExactly("manifest.json", "withdrawn.json");
    }

    @Test
    void rawBytesStayForTheCurrentReleaseAndTheLastTwoDeliveries() throws IOException {
        for (int day = 1; day <= 5; day++) {
            Path delivery = folder.fetched()
                    .resolve("trees")
                    .resolve(String.valueOf(day).repeat(64));
            Files.createDirectories(delivery);
            Path file = Files.writeString(delivery.resolve("trees.csv"), "x");
            Files.setLastModifiedTime(
                    file, java.nio.file.attribute.FileTime.from(City.TIME.plusSeconds(86_400L * day)));
        }
        var inputs = City.inputs("1".repeat(64), false);
        new Publisher(folder, City.IRIS, lock)
                .publish(
                        City.candidate(
                                City.open("trees"),
                                City.quads(work, City.trees(0, 3)),
                                inputs,
                                new RecordCounts(3, 3, 0)),
                        City.released());
        assertThat(new Retention(folder, releases).clear()).isEqualTo(2);
        assertThat(names(folder.fetched().resolve("trees")).stream().map(name -> name.substring(0, 1)))
                .containsExactly("1", "4", "5");
    }

    @Test
    void aBackupRestoresTheSameContent() throws IOException {
        rollback.withdraw("trees", 1, "wrong");
        Path config = Files.writeString(work.resolve("city.yaml"), "server: {port: 1}");
        Path file = work.resolve("backup.zip");
        Backup.Summary summary = new Backup(folder, releases).write(file, config, City.TIME);
        assertThat(summary.releases()).isEqualTo(3);
        assertThatThrownBy(() -> new Backup(folder, releases).write(file, config, City.TIME))
                .hasMessageContaining("is there already");

        Path target = work.resolve("restored");
        Restore.Restored restored = new Restore(City.IRIS).read(file, target);
        assertThat(restored.content())
                .isEqualTo(Map.of(
                        "trees",
                        releases.current("trees").orElseThrow().manifest().contentSha256()));
        assertThat(target.resolve("states.log"))
                .hasSameBinaryContentAs(folder.root().resolve("states.log"));
        assertThat(target.resolve("configuration/city.yaml")).hasContent("server: {port: 1}");
        assertThat(new Releases(new DataFolder(target), City.IRIS).withdrawal("trees", 1))
                .isPresent();
        assertThatThrownBy(() -> new Restore(City.IRIS).read(file, target)).hasMessageContaining("is not empty");
    }

    @Test
    void aDamagedBackupRestoresNothing() throws IOException {
        Path file = work.resolve("backup.zip");
        new Backup(folder, releases).write(file, work.resolve("none.yaml"), City.TIME);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : List.of(bytes.length / 3, bytes.length / 2)) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Path broken = Files.write(work.resolve("broken" + at + ".zip"), damaged);
            Path target = work.resolve("restored" + at);
            assertThatThrownBy(() -> new Restore(City.IRIS).read(broken, target))
                    .isInstanceOf(RuntimeException.class);
            assertThat(target).doesNotExist();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return DataFolder.entries(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }
}
