package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Our own server, as a user starts it.
final class Product implements Engine {
    /// All limits are on; only the rows of an answer are more, for the export of 1,050,000.
    private static final String CONFIGURATION = "query: {rows: 2000000}\n";

    private static final int TIME_MILLIS = 5_000;

    private final Path launcher;
    private final Path folder;
    private final int port;
    private final OwnProcess process;

    /// @param launcher the file `stadtgraph` of the checkout
    Product(Path launcher, Path folder, int port) {
        this.launcher = launcher;
        this.folder = folder;
        this.port = port;
        this.process = new OwnProcess(folder.resolveSibling("stadtgraph.log"));
    }

    @Override
    public String name() {
        return "Stadtgraph";
    }

    @Override
    public void load(Path triples) throws IOException, InterruptedException {
        process.run(
                folder,
                List.of(
                        launcher.toString(),
                        "load",
                        triples.toString(),
                        "--dataset",
                        "city",
                        "--no-shapes",
                        "--data",
                        folder.toString()));
    }

    @Override
    public Endpoint start() throws IOException, InterruptedException {
        Endpoint endpoint = new Endpoint(
                URI.create("http://localhost:" + port + "/sparql"), new UncachedRequests(TIME_MILLIS)::next);
        Path configuration = folder.resolveSibling("stadtgraph.yaml");
        Files.writeString(configuration, CONFIGURATION);
        process.serve(
                folder,
                List.of(
                        launcher.toString(),
                        "serve",
                        "--config",
                        configuration.toString(),
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.toString()),
                endpoint);
        return endpoint;
    }

    @Override
    public void close() {
        process.close();
    }
}
