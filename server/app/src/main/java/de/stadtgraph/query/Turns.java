package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Who may run: a query starts on a short turn, and after a while must take one of the slow turns, so that short
/// queries always pass. Thread-safe.
final class Turns {
    private static final int RETRY_SECONDS = 5;

    private final QueryLimits.Admission admission;
    private final Semaphore starting;
    private final Semaphore slow;
    private final AtomicInteger waiting = new AtomicInteger();

    Turns(QueryLimits.Admission admission) {
        this.admission = admission;
        this.starting = new Semaphore(Math.max(1, admission.running() - admission.slow()), true);
        this.slow = new Semaphore(admission.slow(), true);
    }

    /// Waits for a turn to start.
    ///
    /// @throws ServerException [ErrorCode#OVERLOADED]
    Turn start() {
        if (waiting.incrementAndGet() > admission.waiting()) {
            waiting.decrementAndGet();
            throw overloaded();
        }
        try {
            if (!starting.tryAcquire(admission.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw overloaded();
            }
            return new Turn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static ServerException overloaded() {
        return new ServerException(
                        ErrorCode.OVERLOADED, new Text("Zu viele Anfragen zugleich.", "Too many queries at once."))
                .with("retryAfter", RETRY_SECONDS);
    }

    /// One query's right to run; used by the query's thread.
    final class Turn implements AutoCloseable {
        private Semaphore held = starting;

        /// Looks whether the query is slow by now, and parks until a slow turn is free.
        void look(QueryMeter meter) {
            if (held.equals(slow)
                    || meter.elapsedMillis() < admission.slowAfter().toMillis()) {
                return;
            }
            starting.release();
            held = slow;
            try {
                if (!slow.tryAcquire(meter.remainingNanos(), TimeUnit.NANOSECONDS)) {
                    held = NOTHING;
                    throw overloaded();
                }
            } catch (InterruptedException e) {
                held = NOTHING;
                Thread.currentThread().interrupt();
                throw overloaded();
            }
        }

        @Override
        public void close() {
            held.release();
        }
    }

    /// Released without effect.
    private static final Semaphore NOTHING = new Semaphore(0);
}
