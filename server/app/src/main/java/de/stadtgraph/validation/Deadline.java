package de.stadtgraph.validation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The end of a family's time, or the wish of somebody to stop, checked at every statement read. For one thread.
final class Deadline {
    private static final int CHECKS_BETWEEN_LOOKS = 1 << 10;

    /// The deadline of the run on this thread: the engine calls our parts without handing anything on.
    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final long end;
    private final ValidationProgress progress;
    private int checks;
    private boolean isOver;

    Deadline(Duration time, ValidationProgress progress) {
        this.end = System.nanoTime() + time.toNanos();
        this.progress = progress;
    }

    /// Runs something under this deadline.
    void during(Runnable run) {
        ScopedValue.where(CURRENT, this).run(run);
    }

    /// The deadline of the run on this thread, if one goes on.
    static Optional<Deadline> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Nanoseconds that are left; none when somebody wishes to stop.
    long left() {
        return progress.cancelled() ? 0 : Math.max(0, end - System.nanoTime());
    }

    /// Throws when the time is over, and each time after that: an engine may take the first for an error of one row.
    /// Cheap enough to be called for every triple.
    void check() {
        if (isOver || (++checks % CHECKS_BETWEEN_LOOKS == 0 && passed())) {
            isOver = true;
            throw new StoppedException();
        }
    }

    /// Looks at the clock now: for whoever calls once for many rows.
    void look() {
        if (isOver || passed()) {
            isOver = true;
            throw new StoppedException();
        }
    }

    void portionDone(List<ValidationResult> results, long judged) {
        progress.portionDone(List.copyOf(results), judged);
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
