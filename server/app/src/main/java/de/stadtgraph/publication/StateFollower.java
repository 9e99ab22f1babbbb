package de.stadtgraph.publication;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the log of states every second and tells of a new state. Closing it stops its one thread.
public final class StateFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateFollower.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Releases releases;
    private final Listener listener;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("state-follower").factory());
    private long shown = -1;

    /// Is told of a state that is new in the log.
    public interface Listener {
        void show();
    }

    /// Follows from now on; the state that is current is told at once, on the caller's thread.
    public StateFollower(Releases releases, Listener listener) {
        this.releases = releases;
        this.listener = listener;
        look();
        var _ = thread.scheduleWithFixedDelay(this::lookAgain, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long current = releases.current().number();
        if (current != shown) {
            listener.show();
            shown = current;
        }
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            // The state that is served goes on; the next look tries again.
            LOG.error("The newest state cannot be served: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
