package de.stadtgraph.workshop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that is done ahead because somebody will soon ask for it: one at a time, on one thread, for [#TIME] at most.
/// Thread-safe.
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final Duration TIME = Duration.ofSeconds(20);

    private final AtomicBoolean busy = new AtomicBoolean();

    /// Begins the work, unless some goes on.
    void begin(Consumer<PreviewWatch> work) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        long end = System.nanoTime() + TIME.toNanos();
        Thread.ofPlatform().daemon().name("preparation").start(() -> {
            try {
                work.accept(new PreviewWatch() {
                    @Override
                    public boolean cancelled() {
                        return System.nanoTime() > end;
                    }
                });
            } catch (RuntimeException e) {
                LOG.info("Nothing was prepared: {}", e.getMessage());
            } finally {
                busy.set(false);
            }
        });
    }
}
