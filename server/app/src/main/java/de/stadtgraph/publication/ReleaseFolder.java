package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;

/// Writes the files of one release into a folder that nobody reads yet. One thread.
final class ReleaseFolder {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    ReleaseFolder(Path folder) {
        this.folder = folder;
    }

    /// Numbers of the statements that were written.
    record Statements(long quads, long subjects) {}

    /// Numbers of a change set.
    record Changes(long added, long removed) {}

    /// Sorts the candidate's statements, puts them into the dataset's graph, writes each once.
    Statements quads(Path candidate, String graph) throws IOException {
        try (var sorted = new SortedLines(folder);
                Stream<String> lines = Files.lines(candidate);
                var out = new PackedWriter(folder.resolve(Release.QUADS))) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                if (!line.isBlank() && !line.startsWith("#")) {
                    sorted.add(QuadLine.in(line, graph));
                }
            }
            var subjects = new SubjectCount();
            sorted.forEach(line -> {
                out.line(line);
                subjects.see(line);
            });
            return new Statements(out.count(), subjects.count);
        }
    }

    private static final class SubjectCount {
        private String last = "";
        private long count;

        void see(String line) {
            String subject = QuadLine.subject(line);
            if (!subject.equals(last)) {
                count++;
                last = subject;
            }
        }
    }

    /// Writes what differs from the release before; both files are sorted alike.
    Changes changes(Optional<Release> before) throws IOException {
        try (var added = new PackedWriter(folder.resolve("added.nq.gz"));
                var removed = new PackedWriter(folder.resolve("removed.nq.gz"));
                BufferedReader now = packed(folder.resolve(Release.QUADS));
                BufferedReader then = before.isPresent()
                        ? packed(before.get().quadsFile())
                        : new BufferedReader(InputStreamReader.nullReader())) {
            Differences.between(new SortedLines.Lines(then), new SortedLines.Lines(now), removed::line, added::line);
            return new Changes(added.count(), removed.count());
        }
    }

    private static BufferedReader packed(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
    }

    /// Sorts and writes the lineage.
    void lineage(Path subjects) throws IOException {
        try (var sorted = new SortedLines(folder);
                BufferedReader lines = Files.newBufferedReader(subjects);
                var out = new LineageWriter(folder)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sorted.add(line);
            }
            sorted.forEach(out::line);
        }
    }

    void turtle(String name, Graph graph) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            RDFWriter.create().source(graph).lang(Lang.TURTLE).output(out);
        }
    }

    /// The manifest, written last.
    void manifest(Manifest manifest) throws IOException {
        JSON.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    }

    /// Digest and size of each file written so far.
    Map<String, Manifest.Digest> digests() throws IOException {
        Map<String, Manifest.Digest> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                digests.put(String.valueOf(file.getFileName()), new Manifest.Digest(sha256(file), Files.size(file)));
            }
        }
        return digests;
    }

    /// Digest of a file in hex.
    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
