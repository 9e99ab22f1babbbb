package de.stadtgraph.search;

import de.stadtgraph.snapshot.SideIndex;
import de.stadtgraph.snapshot.build.StoredIndex;
import de.stadtgraph.snapshot.term.TermId;
import de.stadtgraph.snapshot.term.TermReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/// Writes the text index of a segment: a document for each string and language string of its dictionary. Stateless.
///
/// A literal of more than a million characters is not found by its words.
public final class TextWriter implements SideIndex {
    /// Name of the folder. Another number whenever what is written changes, or how: then segments are built again.
    public static final String NAME = "text-1";

    private static final double BUFFER_MEGABYTES = 48;
    private static final int LONGEST = 1 << 20;

    /// Literals that one thread writes more quickly than two.
    private static final long FEW = 20_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(StoredIndex segment, Path folder) {
        var settings = new IndexWriterConfig(TextAnalysis.writing())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (Directory directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
                var writer = new IndexWriter(directory, settings)) {
            LabelMarks marks = LabelMarks.of(segment);
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int tag : new int[] {TermId.STRING, TermId.LANG_STRING}) {
                long count = segment.dictionary().count(tag);
                long middle = count > FEW ? count / 2 : count;
                long first = TermId.first(tag);
                tasks.add(() -> new Part(writer, segment.dictionary().reader(), marks).add(first, first + middle));
                tasks.add(() ->
                        new Part(writer, segment.dictionary().reader(), marks).add(first + middle, first + count));
            }
            inParallel(tasks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inParallel(List<Callable<Long>> tasks) throws IOException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Long> one : threads.invokeAll(tasks)) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the build was interrupted", e);
        }
    }

    /// What one thread writes.
    private record Part(IndexWriter writer, TermReader reader, LabelMarks marks, LiteralDocument document) {
        Part(IndexWriter writer, TermReader reader, LabelMarks marks) {
            this(writer, reader, marks, new LiteralDocument());
        }

        long add(long from, long to) throws IOException {
            for (long literal = from; literal < to; literal++) {
                reader.read(literal);
                if (reader.end() - reader.start() <= LONGEST) {
                    writer.addDocument(document.of(literal, reader, marks));
                }
            }
            return to - from;
        }
    }
}
