package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Virtuoso of Debian's `virtuoso-opensource`, when it is installed; in its own folder and process.
final class VirtuosoPeer implements Engine {
    private static final List<String> SERVERS = List.of("/usr/bin/virtuoso-t");
    private static final List<String> SHELLS = List.of("/usr/bin/isql-vt", "/usr/bin/isql");
    private static final String GRAPH = "http://data.stadt.example/";
    // a file of settings reads better in one piece than inside the method that fills it
    @SuppressWarnings("InlineFormatString")
    private static final String SETTINGS = """
        [Database]
        DatabaseFile = %1$s/virtuoso.db
        ErrorLogFile = %1$s/virtuoso.log
        LockFile = %1$s/virtuoso.lck
        TransactionFile = %1$s/virtuoso.trx
        xa_persistent_file = %1$s/virtuoso.pxa
        [TempDatabase]
        DatabaseFile = %1$s/virtuoso-temp.db
        TransactionFile = %1$s/virtuoso-temp.trx
        [Parameters]
        ServerPort = 127.0.0.1:%2$d
        NumberOfBuffers = 170000
        MaxDirtyBuffers = 130000
        DirsAllowed = %1$s, %4$s
        [HTTPServer]
        ServerPort = 127.0.0.1:%3$d
        ServerThreads = 10
        [SPARQL]
        ResultSetMaxRows = 2000000
        MaxQueryExecutionTime = 600
        DefaultGraph = %5$s
        """;

    private final String server;
    private final String shell;
    private final Path folder;
    private final int port;
    private final OwnProcess process;
    private Path allowed;

    private VirtuosoPeer(String server, String shell, Path folder, int port) {
        this.server = server;
        this.shell = shell;
        this.folder = folder;
        this.port = port;
        this.allowed = folder;
        this.process = new OwnProcess(folder.resolveSibling("virtuoso.log"));
    }

    /// The peer, if its programs are installed.
    static Optional<VirtuosoPeer> installed(Path folder, int port) {
        Optional<String> server = SERVERS.stream()
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst();
        Optional<String> shell = SHELLS.stream()
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst();
        return server.isEmpty() || shell.isEmpty()
                ? Optional.empty()
                : Optional.of(new VirtuosoPeer(server.get(), shell.get(), folder, port));
    }

    @Override
    public String name() {
        return "Virtuoso";
    }

    @Override
    public void load(Path triples) throws IOException, InterruptedException {
        Path place = triples.toAbsolutePath().getParent();
        allowed = place == null ? folder : place;
        start();
        String statements = "ld_dir('" + allowed + "', '" + triples.getFileName() + "', '" + GRAPH
                + "'); rdf_loader_run(); checkpoint;";
        new OwnProcess(folder.resolveSibling("virtuoso.log"))
                .run(folder, List.of(shell, "localhost:" + (port + 1), "dba", "dba", "exec=" + statements));
        close();
    }

    @Override
    public Endpoint start() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path settings = folder.resolve("virtuoso.ini");
        Files.writeString(settings, SETTINGS.formatted(folder, port + 1, port, allowed, GRAPH));
        // without the graph's name it would count its own system graphs, too
        String graph = "&default-graph-uri=" + URLEncoder.encode(GRAPH, StandardCharsets.UTF_8);
        Endpoint endpoint = new Endpoint(URI.create("http://localhost:" + port + "/sparql"), _ -> graph);
        process.serve(folder, List.of(server, "-f", "-c", settings.toString()), endpoint);
        return endpoint;
    }

    @Override
    public void close() {
        process.close();
    }
}
