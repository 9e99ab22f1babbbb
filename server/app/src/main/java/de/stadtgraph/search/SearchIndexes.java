package de.stadtgraph.search;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// The indexes of the states that are searched. The texts were written with the segments of a state, so a new one is
/// opened, not made. Safe for many threads.
public final class SearchIndexes implements AutoCloseable {
    private static final int KEPT = 2;

    private final String graphs;
    private final Object opening = new Object();
    private volatile boolean closing;
    private final Deque<SearchIndex> opened = new ArrayDeque<>();

    /// @param graphs what the names of graphs begin with; the rest is the slug of the dataset
    public SearchIndexes(String graphs) {
        this.graphs = graphs;
    }

    /// One reader's hold on an index.
    public static final class Hold implements AutoCloseable {
        private final Optional<SearchIndex> index;

        private Hold(Optional<SearchIndex> index) {
            this.index = index;
        }

        /// The index; nothing for a state without releases.
        public Optional<SearchIndex> index() {
            return index;
        }

        @Override
        public void close() {
            index.ifPresent(SearchIndex::leave);
        }
    }

    /// The index of a state; opened now when it is asked for the first time. Meanwhile other states are searched as
    /// before.
    ///
    /// @throws CancellationException when it is closed meanwhile
    /// @throws SnapshotFault when a file of the texts is not as it was written
    public Hold of(Searched state) {
        if (state.snapshot().isEmpty()) {
            return new Hold(Optional.empty());
        }
        Snapshot snapshot = state.snapshot().get();
        return new Hold(Optional.of(known(snapshot).orElseGet(() -> waited(snapshot))));
    }

    private SearchIndex waited(Snapshot snapshot) {
        synchronized (opening) {
            if (closing) {
                throw new CancellationException("the indexes of the text are closed");
            }
            return known(snapshot).orElseGet(() -> open(snapshot));
        }
    }

    private synchronized Optional<SearchIndex> known(Snapshot snapshot) {
        return opened.stream()
                .filter(each -> each.isOf(snapshot) && each.enter())
                .findFirst();
    }

    private SearchIndex open(Snapshot snapshot) {
        try {
            SearchIndex index = SearchIndex.open(snapshot, graphs, () -> closing);
            index.enter();
            keep(index);
            return index;
        } catch (IOException e) { // the files are as they were written: the system refuses to open them
            throw new UncheckedIOException(e);
        } catch (SnapshotFault e) {
            snapshot.reportDamage();
            throw e;
        }
    }

    private synchronized void keep(SearchIndex index) {
        opened.addFirst(index);
        while (opened.size() > KEPT) {
            opened.removeLast().leave();
        }
    }

    /// An index that is being opened is given up.
    @Override
    public void close() {
        closing = true;
        synchronized (opening) {
            closeAll();
        }
    }

    private synchronized void closeAll() {
        while (!opened.isEmpty()) {
            opened.removeLast().leave();
        }
    }
}
