package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Every raw file beside the checkout: `new-module`, then `run --dry-run`, gives a graph or one sentence.
///
/// Writes the table of `docs/new-module-results.md` to `target/new-module-results.md`. Takes minutes: runs with
/// `-Dstadtgraph.nightly=true`.
@Tag("nightly")
@EnabledIfSystemProperty(named = "stadtgraph.nightly", matches = "true")
class RawFilesTest {
    private static final Path MATERIAL = Path.of("../../../shared/material");
    private static final List<String> FOLDERS = List.of("city", "parkapi-samples");

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyFileGivesAGraphOrOneSentence() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(MATERIAL), "passed over: no material beside the checkout");
        for (String content : List.of("ontologies", "shapes", "queries", "stadtgraph.yaml")) {
            Files.createSymbolicLink(
                    home.resolve(content), Path.of("../..").resolve(content).toRealPath());
        }
        Files.createDirectories(home.resolve("mappings"));
        List<String> table = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (Path file : files()) {
            String result = result("raw-" + ++number, file);
            table.add("| `" + MATERIAL.relativize(file) + "` | " + result.replace("|", "\\|") + " |");
            if (result.startsWith("FAULT")) {
                faults.add(file + ": " + result);
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/new-module-results.md"), table);
        assertThat(faults).isEmpty();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> tree = Files.walk(MATERIAL.resolve(folder))) {
                tree.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("SOURCE"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private String result(String name, Path file) throws IOException {
        if (run("new-module", name, "--source", file.toString()) != 0) {
            String sentence = err.toString(StandardCharsets.UTF_8).strip();
            boolean one = sentence.lines().count() == 1 && !sentence.contains("unexpected fault");
            return (one ? "" : "FAULT ") + sentence.replaceFirst("^stadtgraph: ", "");
        }
        String summary = out.toString(StandardCharsets.UTF_8).strip().replaceFirst("^.*?: ", "");
        run("run", name, "--dry-run", "--json", "--source", name + "=" + file);
        String line = out.toString(StandardCharsets.UTF_8).strip();
        if (line.isEmpty()) {
            return "FAULT " + err.toString(StandardCharsets.UTF_8).strip();
        }
        JsonNode report = new ObjectMapper().readTree(line);
        boolean graph = report.path("quads").asLong() > 0
                && !report.path("outcome").asText().equals("failed")
                && report.path("records").path("rejected").asLong() * 20
                        <= report.path("records").path("read").asLong();
        return "%s%s; dry run: %d statements, %d of %d records rejected"
                .formatted(
                        graph ? "" : "FAULT ",
                        summary,
                        report.path("quads").asLong(),
                        report.path("records").path("rejected").asLong(),
                        report.path("records").path("read").asLong());
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", home.resolve("data").toString()));
        return Commands.run(new Home(home), terminal, all.toArray(String[]::new));
    }
}
