package de.stadtgraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A build for which there is no room fails with one sentence and leaves nothing behind; the state before goes on being
/// served.
class DiskFullTest {
    /// In units of 512 bytes.
    private static final int LARGEST_FILE = 512;

    @TempDir
    private Path work;

    @Test
    void aBuildThatMayNotWriteItsFilesLeavesTheStateBefore() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path log = work.resolve("log");
        FullDisk.states(new WrittenReleases(work)); // the releases may be larger
        int code = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f " + LARGEST_FILE + "; exec \"$0\" \"$@\"",
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        path,
                        FullDisk.class.getName(),
                        work.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(log)).isZero();
        List<String> sentences = Files.readAllLines(log);
        assertThat(sentences).hasSize(4).allMatch(line -> line.endsWith("free some space, reading goes on."));
        theSameStateIsBuiltWhereThereIsRoom();
    }

    private void theSameStateIsBuiltWhereThereIsRoom() throws IOException {
        ReleaseFile texts = new WrittenReleases(work).texts("texts", 300, 2_000);
        try (var generations = new Generations(work.resolve("generations"))) {
            generations.show(WrittenReleases.state(2, texts));
            try (Generation served = generations.acquire()) {
                assertThat(served.state()).isEqualTo(2);
                assertThat(served.quads()).isEqualTo(300);
            }
        }
    }

    /// On a real file system of a few megabytes, as `mount -t tmpfs -o size=8m none DIR` makes one, given by
    /// `-Dstadtgraph.small-disk=DIR`. The room grows by 4 KB until the build fits: each write fails once.
    @Test
    @EnabledIfSystemProperty(named = "stadtgraph.small-disk", matches = ".+")
    void everyWriteMayBeTheOneThatFails() throws IOException {
        Path disk = Path.of(System.getProperty("stadtgraph.small-disk"));
        var releases = new WrittenReleases(work);
        ReleaseFile small = releases.texts("small", 20, 10);
        StateFiles next = WrittenReleases.state(
                2, small, releases.texts("texts", 300, 2_000), releases.texts("other", 300, 1_000));
        Path folder = disk.resolve("generations");
        Path filler = disk.resolve("filler");
        int failures = 0;
        try (var generations = new Generations(folder, new StoreOptions(1 << 20, 2))) {
            generations.show(WrittenReleases.state(1, small));
            String sentence = "none yet";
            for (int room = 0; !sentence.isEmpty(); room += 4 << 10) {
                fill(filler, room);
                sentence = FullDisk.show(folder, generations, next);
                failures += sentence.isEmpty() ? 0 : 1;
            }
            try (Generation served = generations.acquire()) {
                assertThat(served.state()).isEqualTo(2);
                assertThat(served.quads()).isEqualTo(620);
            }
        }
        System.out.println("disk full: " + failures + " builds failed as they should");
        assertThat(failures).isGreaterThan(100);
    }

    private static void fill(Path filler, int room) throws IOException {
        Files.deleteIfExists(filler);
        long free = Files.getFileStore(filler.getParent()).getUsableSpace();
        Files.write(filler, new byte[(int) Math.max(0, free - room)]);
    }
}
