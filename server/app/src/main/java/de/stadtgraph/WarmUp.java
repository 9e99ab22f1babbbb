package de.stadtgraph;

import de.stadtgraph.search.SearchIndexes;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// What goes on behind a server that listens already: reading ahead, and the first index of the text. Thread-safe.
final class WarmUp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Thread thread;
    private final SearchIndexes indexes;

    private WarmUp(Thread thread, SearchIndexes indexes) {
        this.thread = thread;
        this.indexes = indexes;
    }

    static WarmUp start(Runnable work, SearchIndexes indexes) {
        Runnable given = () -> {
            try {
                work.run();
            } catch (CancellationException _) {
                // the server is closing
            }
        };
        return new WarmUp(Thread.ofPlatform().daemon().name("warm-up").start(given), indexes);
    }

    /// Gives up what goes on, and returns when nothing is written any more.
    @Override
    public void close() {
        indexes.close();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
