package de.stadtgraph.search;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.snapshot.SideIndex;
import de.stadtgraph.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.MMapDirectory;

/// The texts of all segments of a state, read as one. For many threads; a search takes at most one second.
final class StateText {
    static final long MILLISECONDS = 1000;

    private final IndexReader reader;
    private final LiteralNumbers numbers;
    private final List<LongUnaryOperator> names;

    private StateText(IndexReader reader, LiteralNumbers numbers, List<LongUnaryOperator> names) {
        this.reader = reader;
        this.numbers = numbers;
        this.names = List.copyOf(names);
    }

    /// Opens the texts of a state, once they are known to be as they were written.
    static StateText open(Snapshot snapshot) throws IOException {
        List<DirectoryReader> readers = new ArrayList<>();
        List<LongUnaryOperator> names = new ArrayList<>();
        try {
            for (SideIndex.Written side : snapshot.sides(TextWriter.NAME)) {
                var directory = MMapDirectory.open(side.folder());
                DirectoryReader segment = DirectoryReader.open(directory);
                readers.add(segment);
                segment.leaves().forEach(_ -> names.add(side.global()));
            }
            var whole = new MultiReader(readers.toArray(IndexReader[]::new));
            return new StateText(whole, LiteralNumbers.of(snapshot.dictionary()), names);
        } catch (IOException | RuntimeException e) {
            for (DirectoryReader each : readers) {
                each.close();
            }
            throw e;
        }
    }

    LiteralNumbers numbers() {
        return numbers;
    }

    /// All literals that fit.
    Scores search(Query query) {
        return search(query, new LiteralCollector(numbers, names, false));
    }

    /// All labels that fit; those of concepts and terms of vocabularies are worth a little more.
    Scores labels(Query query) {
        return search(query, new LiteralCollector(numbers, names, true));
    }

    private Scores search(Query query, LiteralCollector collector) {
        var searcher = new IndexSearcher(reader);
        searcher.setTimeout(new QueryTimeoutImpl(MILLISECONDS));
        try {
            Scores found = searcher.search(query, collector);
            if (searcher.timedOut()) {
                throw tooLate();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerException tooLate() {
        return new ServerException(
                        ErrorCode.QUERY_TIMEOUT,
                        new Text("Die Suche dauerte länger als eine Sekunde.", "The search took longer than a second."))
                .with("limit", MILLISECONDS);
    }

    boolean enter() {
        return reader.tryIncRef();
    }

    void leave() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
