package de.stadtgraph.cli;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A data folder for one command; closing it deletes it.
record Scratch(Path folder) implements AutoCloseable {

    static Scratch create() {
        try {
            return new Scratch(Files.createTempDirectory("stadtgraph-"));
        } catch (IOException e) {
            throw failed("The folder for temporary files", e);
        }
    }

    private static ServerException failed(String what, IOException e) {
        return new ServerException(ErrorCode.STORAGE_FULL, what + " cannot be used: " + e.getMessage() + ".", e);
    }

    @Override
    public void close() {
        try {
            DataFolder.delete(folder);
        } catch (IOException e) {
            throw failed(folder.toString(), e);
        }
    }
}
