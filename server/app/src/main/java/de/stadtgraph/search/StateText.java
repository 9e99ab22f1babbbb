package de.stadtgraph.search;

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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.MMapDirectory;

/// The texts of all segments of a state, read as one. For many threads.
final class StateText {
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
    Scores search(Query query, Deadline deadline) {
        return search(query, new LiteralCollector(numbers, names, false), deadline);
    }

    /// All labels that fit; those of concepts and terms of vocabularies are worth a little more.
    Scores labels(Query query, Deadline deadline) {
        return search(query, new LiteralCollector(numbers, names, true), deadline);
    }

    private Scores search(Query query, LiteralCollector collector, Deadline deadline) {
        deadline.check();
        var searcher = new IndexSearcher(reader);
        searcher.setTimeout(deadline);
        try {
            Scores found = searcher.search(query, collector);
            if (searcher.timedOut()) {
                throw Deadline.late();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
