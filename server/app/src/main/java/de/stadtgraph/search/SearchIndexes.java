package de.stadtgraph.search;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;

/// The indexes of the states that are served: one folder a state, written once, found again after a restart. That of a
/// new state is made from the one before it: things of unchanged datasets are not read again. Folders of older states
/// are
/// deleted. Safe for many threads.
public final class SearchIndexes implements AutoCloseable {
    private static final int KEPT = 2;

    private final Path folder;
    private final String graphs;
    private final Object building = new Object();
    private volatile boolean closing;
    private final Deque<Opened> opened = new ArrayDeque<>();

    /// @param folder where the folders of the states are
    /// @param graphs what the names of graphs begin with; the rest is the slug of the dataset
    public SearchIndexes(Path folder, String graphs) {
        this.folder = folder;
        this.graphs = graphs;
    }

    private record Opened(long state, SearchIndex index, Directory directory) {}

    /// One reader's hold on an index.
    public static final class Hold implements AutoCloseable {
        private final SearchIndex index;

        private Hold(SearchIndex index) {
            this.index = index;
        }

        public SearchIndex index() {
            return index;
        }

        @Override
        public void close() {
            index.leave();
        }
    }

    /// The index of a state; made now when it is asked for the first time. Meanwhile other states are searched as
    /// before.
    ///
    /// @throws CancellationException when it is closed meanwhile
    public Hold of(Searched state) {
        Optional<Hold> known = known(state.state());
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (building) {
            if (closing) {
                throw new CancellationException("the indexes of the text are closed");
            }
            return known(state.state()).orElseGet(() -> make(state));
        }
    }

    private synchronized Optional<Hold> known(long state) {
        return opened.stream()
                .filter(each -> each.state() == state && each.index().enter())
                .findFirst()
                .map(each -> new Hold(each.index()));
    }

    private Hold make(Searched state) {
        try {
            Opened made = open(state);
            made.index().enter();
            keep(made);
            return new Hold(made.index());
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.STORAGE_FULL, folder + ": no index can be written: " + e.getMessage(), e);
        }
    }

    private synchronized void keep(Opened made) throws IOException {
        opened.addFirst(made);
        while (opened.size() > KEPT) {
            close(opened.removeLast());
        }
        deleteOthers();
    }

    private Opened open(Searched state) throws IOException {
        var place = new IndexFolder(folder, state.state());
        Directory directory = place.open();
        try {
            if (!place.holds(directory, state.releases())) {
                write(place, directory, state);
            }
            return new Opened(state.state(), new SearchIndex(DirectoryReader.open(directory)), directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// From the index of the newest other state where that is possible, else anew.
    private void write(IndexFolder place, Directory directory, Searched state) throws IOException {
        var builder = new IndexBuilder(state, graphs, () -> closing);
        Optional<IndexMarks> copied = place.copyNewestOther(directory);
        if (copied.isEmpty() || !builder.renew(directory, copied.get())) {
            builder.write(directory);
        }
    }

    private void deleteOthers() throws IOException {
        List<String> kept =
                opened.stream().map(each -> Long.toString(each.state())).toList();
        List<Path> old = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> !kept.contains(entry.getFileName().toString()))
                    .forEach(old::add);
        }
        for (Path entry : old) {
            try (Stream<Path> files = Files.list(entry)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(entry);
        }
    }

    private static void close(Opened old) throws IOException {
        old.index().leave();
        old.directory().close();
    }

    /// An index that is being made is given up.
    @Override
    public void close() {
        closing = true;
        synchronized (building) {
            closeAll();
        }
    }

    private synchronized void closeAll() {
        try {
            while (!opened.isEmpty()) {
                close(opened.removeLast());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
