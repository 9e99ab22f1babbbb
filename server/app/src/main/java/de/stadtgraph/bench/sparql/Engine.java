package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.nio.file.Path;

/// An engine as a process of its own, with data in a folder of its own.
interface Engine extends AutoCloseable {

    String name();

    /// Loads a file of N-Triples into an empty folder.
    void load(Path triples) throws IOException, InterruptedException;

    /// Starts to serve what was loaded.
    Endpoint start() throws IOException, InterruptedException;

    /// Stops what was started.
    @Override
    void close();
}
