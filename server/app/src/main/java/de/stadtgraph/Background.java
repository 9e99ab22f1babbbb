package de.stadtgraph;

import de.stadtgraph.publication.StateFollower;
import de.stadtgraph.search.SearchIndexes;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// What goes on behind a server that listens: following the states, reading ahead, the first index of the text.
/// Thread-safe.
///
/// @param follower shows each new state
/// @param warmUp of the state with which the server began
/// @param indexes of the text
record Background(StateFollower follower, Thread warmUp, SearchIndexes indexes) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Begins to work on a thread of its own, until it is done or the server closes.
    static Thread start(Runnable work) {
        return Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try {
                work.run();
            } catch (CancellationException _) {
                // the server is closing
            }
        });
    }

    /// Gives up what goes on, and returns when nothing is written any more.
    @Override
    public void close() {
        follower.close();
        indexes.close();
        try {
            warmUp.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
