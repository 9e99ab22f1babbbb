package de.stadtgraph.publication;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a listener of each new state, within the interval. A listener that fails is told again at the next change of
/// the log; the failure is logged. One thread of its own; close it to end it.
public final class StateFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateFollower.class);

    private final StateLog log;
    private final Consumer<State> listener;
    private final ScheduledExecutorService clock;
    private String seen = "";
    private long told;

    private StateFollower(StateLog log, State known, Consumer<State> listener) {
        this.log = log;
        this.listener = listener;
        this.told = known.number();
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("states").factory());
    }

    /// Begins to follow.
    ///
    /// @param known the state that the listener has already
    @SuppressWarnings("FutureReturnValueIgnored")
    public static StateFollower start(StateLog log, State known, Duration interval, Consumer<State> listener) {
        var follower = new StateFollower(log, known, listener);
        follower.clock.scheduleWithFixedDelay(
                follower::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return follower;
    }

    private void look() {
        String mark = log.mark();
        if (mark.equals(seen)) {
            return;
        }
        seen = mark;
        try {
            State state = log.current();
            if (state.number() != told) {
                listener.accept(state);
                told = state.number();
            }
        } catch (RuntimeException e) {
            LOG.error("The new state cannot be served: {}", e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
