package de.stadtgraph.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// One draft dataset in memory. [Workspaces] opens and closes it; many threads may use it at once.
public final class Workspace {
    private static final String REPORT = "candidate.json";

    private final Path folder;
    private final About about;
    private final FileChannel lock;
    private final Journal journal;
    private final DraftData data;
    private int holders;

    private Workspace(Path folder, About about, FileChannel lock, Journal journal, DraftData data) {
        this.folder = folder;
        this.about = about;
        this.lock = lock;
        this.journal = journal;
        this.data = data;
    }

    /// @throws IOException also when another process has it open
    static Workspace open(Path folder, About about, WorkspaceLimits limits) throws IOException {
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        boolean done = false;
        try {
            if (!isTaken(lock)) {
                throw new IOException("another process has it open");
            }
            DraftGraphs graphs = new DraftGraphs();
            Journal journal = Journal.open(folder, limits.logBytes(), graphs);
            done = true;
            return new Workspace(folder, about, lock, journal, new DraftData(limits, journal, graphs));
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    public About about() {
        return about;
    }

    /// The data: every access in a transaction of its thread, and what is committed is on disk.
    public DatasetGraph data() {
        return data;
    }

    /// Reads in a transaction.
    public void read(Consumer<DatasetGraph> reader) {
        data.begin(TxnType.READ);
        try {
            reader.accept(data);
        } finally {
            data.end();
        }
    }

    /// Statements in all graphs.
    public long quads() {
        long[] quads = new long[1];
        read(_ -> quads[0] = data.quads());
        return quads[0];
    }

    /// Keeps what became of the draft as a candidate.
    public void keepReport(String json) {
        try {
            DurableFolder.write(folder, REPORT, json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What became of the draft when it was handed in the last time.
    public Optional<String> report() {
        try {
            Path file = folder.resolve(REPORT);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The triples of one graph as sorted N-Triples in a file of the draft's folder: the same graph, the same file.
    ///
    /// @return how many there are
    public long write(Node graph, Path file) {
        List<String> lines = new ArrayList<>();
        read(all -> all.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> lines.add(line(quad))));
        lines.sort(null);
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.size();
    }

    private static String line(Quad quad) {
        var bytes = new ByteArrayOutputStream();
        QuadText.write(
                List.of(Quad.create(Quad.defaultGraphIRI, quad.asTriple())).iterator(), bytes);
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /// A file in the draft's folder for the time that it is handed in.
    public Path candidateFile() {
        return folder.resolve("candidate.nt");
    }

    void hold() {
        holders++;
    }

    void release() {
        holders--;
    }

    boolean isHeld() {
        return holders > 0;
    }

    void close() {
        try (lock) {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
