package de.stadtgraph.cli;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

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
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw failed(folder.toString(), e);
        }
    }
}
