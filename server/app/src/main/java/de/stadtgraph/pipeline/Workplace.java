package de.stadtgraph.pipeline;

import de.stadtgraph.publication.DataFolder;
import de.stadtgraph.rdf.RdfFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/// A private folder for one run; it is deleted when the run ends, whatever came of it.
final class Workplace implements AutoCloseable {
    private final Path folder;

    Workplace(DataFolder data, String dataset) {
        try {
            Path runs = Files.createDirectories(data.workspace().resolve("runs"));
            folder = Files.createTempDirectory(runs, dataset + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path candidate() {
        return folder.resolve("candidate.nq");
    }

    Path subjects() {
        return folder.resolve("subjects.tsv");
    }

    /// The candidate's statements in memory, whatever graph they are in.
    Graph graph() {
        return RdfFiles.readTriples(candidate());
    }

    /// Writes RDF files as canonical lines.
    void copy(List<Path> files) {
        try (OutputStream out = Files.newOutputStream(candidate())) {
            StreamRDF lines = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
            for (Path file : files) {
                RdfFiles.stream(file, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds statements to the candidate.
    void append(List<Triple> statements) {
        try (OutputStream out = Files.newOutputStream(candidate(), StandardOpenOption.APPEND)) {
            StreamRDF lines = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
            lines.start();
            statements.forEach(lines::triple);
            lines.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        DataFolder.deleteTree(folder);
    }
}
