package de.stadtgraph.pipeline;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.DataFolder;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Skolem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            throw failed(data.workspace(), e);
        }
    }

    Path folder() {
        return folder;
    }

    Path candidate() {
        return folder.resolve("candidate.nq");
    }

    /// The candidate, sorted.
    Path sorted() {
        return folder.resolve("sorted.nq");
    }

    Path subjects() {
        return folder.resolve("subjects.tsv");
    }

    /// The candidate's statements in memory.
    Graph graph() {
        return RdfFiles.readTriples(candidate());
    }

    /// Writes RDF files as canonical lines; blank nodes get IRIs that depend on the file's content alone.
    void copy(List<Path> files, String skolemBase) {
        try (OutputStream out = Files.newOutputStream(candidate())) {
            StreamRDF lines = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
            lines.start();
            for (Path file : files) {
                RdfFiles.stream(file, new Skolem(lines, skolemBase, file));
            }
            lines.finish();
        } catch (IOException e) {
            throw failed(candidate(), e);
        }
    }

    /// Gives the lines of the lineage other source numbers.
    ///
    /// @param numbers new number by old number
    void renumber(List<Integer> numbers) {
        if (IntStream.range(0, numbers.size()).allMatch(number -> numbers.get(number) == number)) {
            return;
        }
        try (Stream<String> lines = Files.lines(subjects())) {
            List<String> renumbered = lines.map(line -> {
                        String[] cells = line.split("\t", 3);
                        return cells[0] + "\t" + numbers.get(Integer.parseInt(cells[1])) + "\t" + cells[2];
                    })
                    .toList();
            Files.write(subjects(), renumbered);
        } catch (IOException e) {
            throw failed(subjects(), e);
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
            throw failed(candidate(), e);
        }
    }

    private static ServerException failed(Path path, IOException e) {
        return new ServerException(ErrorCode.STORAGE_FULL, path + ": cannot be written: " + e.getMessage() + ".", e);
    }

    @Override
    public void close() {
        try {
            DataFolder.delete(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }
}
