package de.stadtgraph.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it changes a draft has lost nothing that it acknowledged, and no transaction is half
/// there.
class DraftDatasetCrashTest {
    /// Each costs the start of a process, about a second.
    private static final int KILLS = Integer.getInteger("stadtgraph.kills", 6);

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random();

    @Test
    void aKilledProcessKeepsEveryAcknowledgedTransactionWhole() throws Exception {
        try (var workspaces = workspaces()) {
            workspaces.create("d", "e");
        }
        long last = 0;
        int renewed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = runAndKill(kill, last + 1);
            long there = check();
            assertThat(there).as("kill " + kill).isBetween(acknowledged, acknowledged + 1);
            last = there;
            renewed += Files.exists(folder.resolve("datasets/d/changes-0.log")) ? 0 : 1;
        }
        assertThat(renewed).as("drafts were written anew meanwhile").isPositive();
    }

    private Workspaces workspaces() {
        return new Workspaces(folder, EndlessDraft.LIMITS, Clock.systemUTC());
    }

    /// @return the last number that the process said
    private long runAndKill(int kill, long first) throws IOException, InterruptedException {
        Path said = folder.resolve("said-" + kill);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessDraft.class.getName(),
                        folder.toString(),
                        String.valueOf(first)))
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("err-" + kill).toFile())
                .start();
        for (int i = 0; i < 3_000 && Files.size(said) == 0 && process.isAlive(); i++) {
            Thread.sleep(10);
        }
        assertThat(process.isAlive())
                .as(Files.readString(folder.resolve("err-" + kill)))
                .isTrue();
        Thread.sleep(random.nextInt(250));
        process.destroyForcibly().waitFor();
        String text = Files.readString(said);
        List<String> whole = text.substring(0, text.lastIndexOf('\n')).lines().toList();
        return Long.parseLong(whole.getLast());
    }

    /// @return number of the last transaction that is there
    private long check() {
        long[] number = new long[1];
        try (var workspaces = workspaces();
                var hold = workspaces.open("d")) {
            hold.workspace().read(data -> number[0] = check(data));
        }
        return number[0];
    }

    private static long check(DatasetGraph data) {
        Map<Node, Integer> counts = new HashMap<>();
        data.find().forEachRemaining(quad -> counts.merge(quad.getGraph(), 1, Integer::sum));
        assertThat(counts.remove(Quad.defaultGraphIRI)).isEqualTo(1);
        Quad last = data.find(Quad.defaultGraphIRI, EndlessDraft.NUMBER, EndlessDraft.NUMBER, Node.ANY)
                .next();
        long number = Long.parseLong(last.getObject().getLiteralLexicalForm());
        Map<Node, Integer> expected = new HashMap<>();
        for (long each = Math.max(1, number - EndlessDraft.KEPT + 1); each <= number; each++) {
            expected.put(EndlessDraft.graph(each), EndlessDraft.STATEMENTS);
        }
        assertThat(counts).isEqualTo(expected);
        return number;
    }
}
