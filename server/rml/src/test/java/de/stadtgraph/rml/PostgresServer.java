package de.stadtgraph.rml;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL of its own in a temporary folder, on the loopback; closing stops it and removes the folder.
///
/// The server refuses to run as the administrator: then its own user runs it.
final class PostgresServer implements AutoCloseable {
    private final Path programs;
    private final String folder;
    private final int port;

    private PostgresServer(Path programs, String folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// The folder of its programs, where it is installed.
    static Optional<Path> installed() {
        List<Path> places = new ArrayList<>();
        for (String place : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            places.add(Path.of(place));
        }
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                found.map(version -> version.resolve("bin")).forEach(places::add);
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb"))
                        && Files.isExecutable(place.resolve("pg_ctl")))
                .findFirst();
    }

    static PostgresServer start(Path programs) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String folder = run(List.of("mktemp", "-d", "/tmp/stadtgraph-postgres-XXXXXX")).strip();
        var server = new PostgresServer(programs, folder, port);
        String data = folder + "/data";
        try {
            run(List.of(server.program("initdb"), "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"));
            String options = "-p " + port + " -c listen_addresses=127.0.0.1 -k " + folder;
            run(List.of(
                    server.program("pg_ctl"), "-D", data, "-w", "-t", "30", "-l", folder + "/log", "-o", options, "start"));
        } catch (IOException failed) {
            server.close();
            throw failed;
        }
        return server;
    }

    String dsn() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private static String run(List<String> command) throws IOException {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.addAll(command);
        Path output = Files.createTempFile("postgres", ".out");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(new java.io.File("/tmp"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!ends(process)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end");
            }
            String said = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IOException(command.getFirst() + ": " + said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run(List.of(program("pg_ctl"), "-D", folder + "/data", "-m", "immediate", "-w", "stop"));
        } finally {
            run(List.of("rm", "-r", folder));
        }
    }
}
