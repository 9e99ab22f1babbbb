package de.stadtgraph.publication;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps the origin of each subject while a run maps, in the order of the records. One thread.
///
/// The file is handed to the publisher in the [Candidate], which sorts and packs it.
public final class LineageRecorder implements AutoCloseable {
    private final Path file;
    private final BufferedWriter out;

    private LineageRecorder(Path file, BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /// Begins a file that it may overwrite.
    public static LineageRecorder create(Path file) {
        try {
            return new LineageRecorder(file, Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw Storage.failed(file, e);
        }
    }

    public void add(LineageEntry entry) {
        try {
            out.write(entry.line());
            out.write('\n');
        } catch (IOException e) {
            throw Storage.failed(file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw Storage.failed(file, e);
        }
    }
}
