package de.stadtgraph.attack;

import de.stadtgraph.Home;
import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A real server process on a data folder with one dataset of many statements, with a heap of a given size.
final class AttackServer implements AutoCloseable {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:([0-9]+)/");

    private final Process process;
    private final Path log;
    private final Path data;
    private final int port;
    private final String token;

    private AttackServer(Process process, Path log, Path data, int port, String token) {
        this.process = process;
        this.log = log;
        this.data = data;
        this.port = port;
        this.token = token;
    }

    static AttackServer start(Path folder, int triples, String heap) throws Exception {
        Path data = folder.resolve("data");
        Path file = Files.writeString(folder.resolve("hostile.ttl"), Hostile.TURTLE);
        publish(data, statements(folder, triples), "attack");
        publish(data, file, "hostile");
        String token =
                command(data, "user", "add", "angreifer", "--role", "reader").strip();
        Path out = folder.resolve("out.log");
        Path log = folder.resolve("err.log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dstadtgraph.home=" + CHECKOUT,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "de.stadtgraph.Main",
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        return new AttackServer(process, log, data, port(process, out, log), token);
    }

    private static int port(Process process, Path out, Path log) throws Exception {
        for (int i = 0; i < 600; i++) {
            var address = ADDRESS.matcher(Files.readString(out));
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the server did not start: " + Files.readString(log));
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the server says no address: " + Files.readString(out));
    }

    /// Five statements a thing: a class, a chain, a label, a number, a part.
    private static Path statements(Path folder, int triples) throws IOException {
        Path file = folder.resolve("attack.nt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < triples / 5; i++) {
                String thing = "<https://data.jena.de/id/thing/" + i + ">";
                String ours = "<https://data.jena.de/def/attack#";
                out.write(thing + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> " + ours + "Thing" + i % 3
                        + "> .\n");
                out.write(thing + " " + ours + "next> <https://data.jena.de/id/thing/" + (i + 1) % (triples / 5)
                        + "> .\n");
                out.write(thing + " <http://www.w3.org/2000/01/rdf-schema#label> \"Ding " + i + "\"@de .\n");
                out.write(thing + " " + ours + "number> \"" + i + "\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
                out.write(thing + " " + ours + "part> <https://data.jena.de/id/thing/" + i + "#part> .\n");
            }
        }
        return file;
    }

    private static void publish(Path data, Path file, String dataset) {
        command(data, "load", file.toString(), "--dataset", dataset, "--no-shapes");
    }

    /// Runs a command of the program in this process, on the server's folder.
    private static String command(Path data, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        int exit = run(out, err, all);
        if (exit != 0) {
            throw new IllegalStateException(all + ": " + err.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, List<String> arguments) {
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Commands.run(new Home(CHECKOUT), terminal, arguments.toArray(String[]::new));
    }

    /// Exit code of loading a file into the served folder.
    int load(Path file) {
        return run(
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                List.of("load", file.toString(), "--dataset", "evil", "--no-shapes", "--data", data.toString()));
    }

    int port() {
        return port;
    }

    String token() {
        return token;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /// Cores in use over a while.
    double cores(Duration span) throws InterruptedException {
        long before = cpu();
        long begin = System.nanoTime();
        Thread.sleep(span);
        return (double) (cpu() - before) / (System.nanoTime() - begin);
    }

    private long cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    @Override
    public void close() {
        process.destroy();
        if (!process.onExit()
                .completeOnTimeout(process, 15, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            return;
        }
        process.destroyForcibly();
    }
}
