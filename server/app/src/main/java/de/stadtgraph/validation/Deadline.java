package de.stadtgraph.validation;

import java.time.Duration;

/// The end of a family's time, or the wish of somebody to stop, checked at every statement read. For one thread.
final class Deadline {
    private static final int CHECKS_BETWEEN_LOOKS = 1 << 10;

    private final long end;
    private final ValidationProgress progress;
    private int checks;

    Deadline(Duration time, ValidationProgress progress) {
        this.end = System.nanoTime() + time.toNanos();
        this.progress = progress;
    }

    /// Throws when the time is over; cheap enough to be called for every triple.
    void check() {
        if (++checks % CHECKS_BETWEEN_LOOKS == 0 && passed()) {
            throw new StoppedException();
        }
    }

    boolean passed() {
        return System.nanoTime() > end || progress.cancelled();
    }

    /// Ends the evaluation of a shape from within, also inside a long query.
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StoppedException() {
            super("the time of the shape family is over", null, false, false);
        }
    }
}
