package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.MappingWatch;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes which record made which subject, and shows how far the mapping is. One thread at a time.
final class SubjectLog implements MappingWatch, AutoCloseable {
    private final BufferedWriter out;
    private final Progress.Step step;

    SubjectLog(Path file, Progress.Step step) {
        this.step = step;
        try {
            out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void subject(String iri, int source, long record, int rule) {
        try {
            out.write(iri + "\t" + source + "\t" + record + "\t" + rule + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void progress(long records, long bytes, long totalBytes) {
        step.reach(totalBytes == 0 ? 0 : Math.min(100, bytes * 100 / totalBytes));
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
