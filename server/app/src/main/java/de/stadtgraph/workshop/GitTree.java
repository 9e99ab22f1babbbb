package de.stadtgraph.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits adopted files to the git working tree in which they lie, in the name of their author. Runs the program
/// `git` without a shell; what people wrote reaches it through its standard input alone. No hook, no signature, no
/// question, no push, and nothing that somebody has staged for themselves. Thread-safe.
public final class GitTree implements Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(GitTree.class);
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int MOST_SAID = 2_000;
    private static final List<String> OPTIONS = List.of(
            "-c", "core.hooksPath=/dev/null",
            "-c", "core.fsmonitor=false",
            "-c", "commit.gpgSign=false",
            "-c", "user.name=Stadtgraph",
            "-c", "user.email=stadtgraph@workshop.invalid");

    private final Path folder;
    private final String program;

    /// @param folder the checkout, somewhere in a working tree
    public GitTree(Path folder) {
        this(folder, "git");
    }

    GitTree(Path folder, String program) {
        this.folder = folder.toAbsolutePath().normalize();
        this.program = program;
    }

    @Override
    public synchronized void keep(Proposal adopted, List<Path> files) {
        List<String> paths = files.stream()
                .map(file -> file.toAbsolutePath().normalize().toString())
                .toList();
        try {
            run("", with(List.of("add", "--"), paths));
            String author = adopted.author().replaceAll("[^A-Za-z0-9_-]", "");
            run(
                    message(adopted),
                    with(
                            List.of(
                                    "commit",
                                    "--quiet",
                                    "--no-verify",
                                    "--author=" + author + " <" + author + "@workshop.invalid>",
                                    "--file=-",
                                    "--cleanup=whitespace",
                                    "--only",
                                    "--"),
                            paths));
        } catch (IOException e) {
            LOG.warn("proposal {} is adopted, but not committed: {}", adopted.number(), e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            LOG.warn("proposal {} is adopted, but its commit was interrupted", adopted.number());
        }
    }

    private static String message(Proposal adopted) {
        String note = adopted.note().replaceAll("\\s+", " ").strip();
        return "%s %s: %s%n%n%s%nProposal %d%n"
                .formatted(
                        adopted.family(), adopted.to(), note, adopted.effect().en(), adopted.number());
    }

    private static List<String> with(List<String> command, List<String> paths) {
        List<String> all = new ArrayList<>(command);
        all.addAll(paths);
        return all;
    }

    private void run(String input, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "--literal-pathspecs"));
        command.addAll(OPTIONS);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.PIPE);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(TIME.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException("git did not end within " + TIME.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(said(process.getInputStream()));
        }
    }

    private static String said(InputStream output) throws IOException {
        return new String(output.readNBytes(MOST_SAID), StandardCharsets.UTF_8)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
