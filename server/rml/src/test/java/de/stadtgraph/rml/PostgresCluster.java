package de.stadtgraph.rml;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real PostgreSQL of its own, for one test class: a cluster in a temporary folder on a free port of the loopback.
///
/// PostgreSQL refuses to run as root: root starts it as an unprivileged user. Where there is no PostgreSQL, or it
/// cannot
/// be started, the test is passed over with the reason.
final class PostgresCluster {
    static final DatabaseLogin LOGIN = new DatabaseLogin("steward", "geheim & \"quoted\"");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PLACES = List.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin");

    private final Path folder;
    private final int port;
    private final Process server;

    private PostgresCluster(Path folder, int port, Process server) {
        this.folder = folder;
        this.port = port;
        this.server = server;
    }

    /// @param folder an empty folder, removed by the caller
    static PostgresCluster start(Path folder) throws Exception {
        Path programs = programs().orElse(null);
        Assumptions.assumeTrue(programs != null, "passed over: there is no PostgreSQL (initdb) on this machine");
        List<String> user = unprivileged(folder);
        Path password = Files.writeString(folder.resolve("password"), LOGIN.password() + "\n");
        Path data = folder.resolve("data");
        run(
                folder,
                user,
                programs.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                LOGIN.user(),
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync");
        int port = freePort();
        List<String> command = new ArrayList<>(user);
        command.addAll(List.of(
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "fsync=off",
                "-k",
                folder.toString()));
        Process server = process(folder, command);
        var cluster = new PostgresCluster(folder, port, server);
        try {
            cluster.awaitStart();
            return cluster;
        } catch (Exception | Error unanswered) {
            cluster.stop();
            throw unanswered;
        }
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> places = new ArrayList<>(PLACES.stream().map(Path::of).toList());
        for (String place : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            places.add(Path.of(place));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).sorted().forEach(places::add);
            }
        }
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .filter(place -> Files.isExecutable(place.resolve("postgres")))
                .findFirst();
    }

    /// What stands before a command of root, so that another user runs it; the folder is that user's then.
    private static List<String> unprivileged(Path folder) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        Path switcher = Path.of("/usr/bin/setpriv");
        Assumptions.assumeTrue(
                Files.isExecutable(switcher),
                "passed over: PostgreSQL refuses to run as root, and there is no setpriv");
        UserPrincipal user = Stream.of("postgres", "nobody")
                .flatMap(name -> principal(name).stream())
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(
                user != null, "passed over: PostgreSQL refuses to run as root, and no other user is there");
        Files.setOwner(folder, user);
        return List.of(switcher.toString(), "--reuid=" + user.getName(), "--clear-groups", "--");
    }

    private static Optional<UserPrincipal> principal(String name) {
        try {
            return Optional.of(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static Process process(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static void run(Path folder, List<String> user, String... words) throws Exception {
        List<String> command = new ArrayList<>(user);
        command.addAll(List.of(words));
        Process process = process(folder, command);
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Assumptions.assumeTrue(
                ended && process.exitValue() == 0,
                () -> "passed over: initdb does not work here: " + lastWords(folder));
    }

    private static String lastWords(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("log"));
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException silent) {
            return "it says nothing";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (server.isAlive() && Instant.now().isBefore(end)) {
            try (Connection connection = connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("PostgreSQL does not start: " + lastWords(folder));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(dsn(), LOGIN.user(), LOGIN.password());
    }

    String dsn() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// Ends the server by its own process, and waits until it has gone.
    void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
    }
}
