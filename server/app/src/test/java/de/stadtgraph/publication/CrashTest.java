package de.stadtgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.store.Generation;
import de.stadtgraph.store.Generations;
import de.stadtgraph.store.ReleaseFile;
import de.stadtgraph.store.StoreOptions;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process killed at any moment of publication, build and switch loses nothing that it acknowledged, and what a fresh
/// start finds is one whole state.
class CrashTest {
    /// Each costs about 3.5 s on two busy cores, most of it the start of a process;
    /// `-Dstadtgraph.kills=200` is the figure of the design.
    private static final int KILLS = Integer.getInteger("stadtgraph.kills", 6);

    /// After an acknowledgement: about what the build, the switch and the next publication take.
    private static final int MOST_MILLIS = 200;

    @TempDir
    private Path work;

    private final Random random = new Random(Long.getLong("stadtgraph.seed", 1));

    @Test
    void aKilledWriterLeavesTheLastAcknowledgedStateComplete() throws Exception {
        Path data = work.resolve("data");
        child(data, 2).waitFor();
        long shortest = Long.MAX_VALUE;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = child(data, Integer.MAX_VALUE);
            long before = acknowledged();
            while (acknowledged() == before && child.isAlive()) {
                Thread.sleep(1);
            }
            Thread.sleep(0, 1 + random.nextInt(999_999));
            Thread.sleep(random.nextInt(MOST_MILLIS));
            child.destroyForcibly().waitFor();
            long known = acknowledged();
            assertThat(known).as("acknowledged before kill %d", kill).isGreaterThan(before);
            checkFreshStart(data, known);
            shortest = Math.min(shortest, known - before);
        }
        assertThat(shortest).isPositive();
    }

    private static void checkFreshStart(Path data, long known) throws IOException {
        DataFolder folder = DataFolder.open(data);
        folder.lock("check").close();
        var releases = new Releases(folder, City.IRIS);
        State state = releases.states().current();
        // the last line may be on the disk although its acknowledgement was cut off
        assertThat(state.number()).isBetween(known, known + 1);
        for (String dataset : state.releases().keySet()) {
            Release release = releases.current(dataset).orElseThrow();
            release.verify();
            assertThat(release.dataset()).isEqualTo(dataset);
        }
        try (var generations = new Generations(folder.generations(), StoreOptions.DEFAULT, state.number())) {
            try (Generation found = generations.acquire()) {
                assertThat(found.state()).isBetween(known - 1, state.number());
                requireWhole(found, releases);
            }
            generations.show(releases.files(state));
            try (Generation served = generations.acquire()) {
                assertThat(served.state()).isEqualTo(state.number());
                requireWhole(served, releases);
            }
        }
        try (Stream<Path> tree = Files.walk(folder.releases())) {
            assertThat(tree).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    /// Its releases are those of its state, and each graph is that of its release.
    private static void requireWhole(Generation served, Releases releases) {
        State state = releases.states().states().stream()
                .filter(each -> each.number() == served.state())
                .findFirst()
                .orElse(State.EMPTY);
        assertThat(served.releases()).isEqualTo(state.releases());
        for (ReleaseFile file : releases.files(state).releases()) {
            var graph = served.data().getGraph(NodeFactory.createURI(file.graph()));
            assertThat(graph.find().toList()).hasSize(Math.toIntExact(file.count()));
        }
    }

    private long acknowledged() throws IOException {
        Path file = work.resolve("acknowledged");
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1).strip();
        return whole.isEmpty() ? 0 : Long.parseLong(whole.substring(whole.lastIndexOf('\n') + 1));
    }

    private Process child(Path data, int publications) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + work.resolve("classes.jsa"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(
                EndlessPublisher.class.getName(),
                data.toString(),
                work.resolve("acknowledged").toString(),
                Integer.toString(publications)));
        Path log = work.resolve("child.log");
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .redirectErrorStream(true)
                .start();
    }
}
