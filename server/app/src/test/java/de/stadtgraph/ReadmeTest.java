package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Commands, options and paths that the documents name exist.
class ReadmeTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final Pattern COMMAND = Pattern.compile("\\./stadtgraph ([a-z]+)((?: +[^\\s`]+)*)");
    private static final Pattern PATH =
            Pattern.compile("`((?:server|docs|ontologies|shapes|mappings|queries)/[A-Za-z0-9_./-]+)`");

    @Test
    void bothCommandsOfTheFirstMinuteAreThere() throws IOException {
        assertThat(read(CHECKOUT.resolve("README.md")))
                .contains("./stadtgraph demo")
                .contains("./stadtgraph test");
        assertThat(read(CHECKOUT.resolve("README.md")).lines()).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void commandsAndOptionsExist() throws IOException {
        for (Path document : documents()) {
            var matcher = COMMAND.matcher(read(document));
            while (matcher.find()) {
                String help = help(matcher.group(1));
                assertThat(help).as(document + ": " + matcher.group()).contains("Usage:");
                Stream.of(matcher.group(2).split("[ \\[\\]]+", -1))
                        .filter(word -> word.startsWith("--"))
                        .forEach(option -> assertThat(help).as(document + "").contains(option));
            }
        }
    }

    @Test
    void pathsExist() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            var matcher = PATH.matcher(read(document));
            while (matcher.find()) {
                if (!Files.exists(CHECKOUT.resolve(matcher.group(1)))) {
                    missing.add(document + ": " + matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCommandStandsInTheReadme() throws IOException {
        String readme = read(CHECKOUT.resolve("README.md"));
        for (String command :
                List.of("demo", "serve", "run", "map", "validate", "load", "query", "states", "user", "check")) {
            assertThat(help(command)).contains("Usage:");
            assertThat(readme).contains("| `" + command + "` |");
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(CHECKOUT.resolve("docs"))) {
            List<Path> all = new ArrayList<>(
                    docs.filter(file -> file.toString().endsWith(".md")).toList());
            all.add(CHECKOUT.resolve("README.md"));
            all.add(CHECKOUT.resolve("CONTRIBUTING.md"));
            return all;
        }
    }

    /// `test` belongs to the launcher; the others tell of themselves.
    private static String help(String command) {
        if (command.equals("test")) {
            return "Usage: stadtgraph test [--conformance]";
        }
        var out = new ByteArrayOutputStream();
        try (var stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            Commands.run(new Home(CHECKOUT), new Terminal(stream, stream, false), command, "--help");
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
