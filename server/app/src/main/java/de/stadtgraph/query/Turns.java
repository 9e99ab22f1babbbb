package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Who may run (`design: admission`). A query starts on any permit; once it is slow it needs a slow permit, or parks
/// with what it holds until one is free. The last permit is never a slow one, so short queries always pass.
///
/// Waiting and parked queries are served round-robin over callers. Time spent here is not the query's. Thread-safe.
final class Turns {
    private static final int RETRY_SECONDS = 5;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final QueryLimits.Admission admission;
    private final ReentrantLock lock = new ReentrantLock();
    private final Line starting = new Line();
    private final Line parked = new Line();
    private final Map<String, Integer> busy = new HashMap<>();
    private int running;
    private int slow;
    private int analysis;

    Turns(QueryLimits.Admission admission) {
        this.admission = admission;
    }

    /// Waits for a turn to start.
    ///
    /// @param isAnalysis whether it asked for more than the usual time
    /// @throws ServerException [ErrorCode#OVERLOADED] or [ErrorCode#RATE_LIMITED]
    Turn start(QueryMeter meter, QueryCaller caller, Duration patience, boolean isAnalysis) {
        Turn turn = new Turn(meter, caller, patience, isAnalysis);
        lock.lock();
        try {
            starting.add(turn);
            dispatch();
            if (!turn.granted) {
                refuseWhatIsTooMany(turn);
                turn.await(starting);
            }
            return turn;
        } finally {
            lock.unlock();
        }
    }

    private void refuseWhatIsTooMany(Turn turn) {
        QueryCaller caller = turn.caller;
        boolean own = !caller.exempt()
                && starting.size(caller.key()) > admission.caller().waiting() * caller.weight();
        boolean all = starting.size() + parked.size() > admission.waiting();
        if (!own && !all) {
            return;
        }
        starting.remove(turn);
        throw own ? tooMany() : overloaded();
    }

    private void dispatch() {
        while (running < admission.running()) {
            var slowOne = parked.take(this::maySlow);
            if (slowOne.isPresent()) {
                takeSlow(slowOne.get());
                slowOne.get().grant();
                continue;
            }
            var next = starting.take(this::mayStart);
            if (next.isEmpty()) {
                return;
            }
            running++;
            busy.merge(next.get().caller.key(), 1, Integer::sum);
            next.get().grant();
        }
    }

    private boolean mayStart(Turn turn) {
        QueryCaller caller = turn.caller;
        return caller.exempt()
                || busy.getOrDefault(caller.key(), 0) < admission.caller().running() * caller.weight();
    }

    private boolean maySlow(Turn turn) {
        return slow < admission.slow() && (!turn.isAnalysis || analysis < admission.analysis());
    }

    private void takeSlow(Turn turn) {
        running++;
        slow++;
        analysis += turn.isAnalysis ? 1 : 0;
        turn.slow = true;
    }

    private static ServerException overloaded() {
        return new ServerException(
                        ErrorCode.OVERLOADED, new Text("Zu viele Anfragen zugleich.", "Too many queries at once."))
                .with("retryAfter", RETRY_SECONDS);
    }

    private static ServerException tooMany() {
        return new ServerException(
                        ErrorCode.RATE_LIMITED,
                        new Text("Zu viele eigene Anfragen zugleich.", "Too many queries of yours at once."))
                .with("policy", "running and waiting queries")
                .with("retryAfter", RETRY_SECONDS);
    }

    /// One query's right to run; used by the query's thread.
    final class Turn implements Place, AutoCloseable {
        private final QueryMeter meter;
        private final QueryCaller caller;
        private final Duration patience;
        private final boolean isAnalysis;
        private final Condition wake = lock.newCondition();
        private boolean granted;
        private boolean slow;
        private boolean holdsNothing;

        private Turn(QueryMeter meter, QueryCaller caller, Duration patience, boolean isAnalysis) {
            this.meter = meter;
            this.caller = caller;
            this.patience = patience;
            this.isAnalysis = isAnalysis;
        }

        QueryCaller caller() {
            return caller;
        }

        private void grant() {
            granted = true;
            wake.signal();
        }

        /// Waits in a line until the turn is granted; leaves it when the patience ends or the query is cancelled.
        private void await(Line line) {
            long begin = System.nanoTime();
            long left = patience.toNanos();
            try {
                while (!granted) {
                    if (left <= 0) {
                        throw overloaded();
                    }
                    meter.checkCancelled();
                    wake.awaitNanos(Math.min(left, LOOK_NANOS));
                    left = patience.toNanos() - (System.nanoTime() - begin);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw overloaded();
            } finally {
                if (!granted) {
                    line.remove(this);
                }
                meter.pause(System.nanoTime() - begin);
            }
        }

        /// Looks whether the query is slow by now, and parks until a slow permit is free.
        @Override
        public void look() {
            if (slow
                    || holdsNothing
                    || meter.runningNanos() < admission.slowAfter().toNanos()) {
                return;
            }
            lock.lock();
            try {
                running--;
                if (maySlow(this)) {
                    takeSlow(this);
                    return;
                }
                holdsNothing = true;
                park();
            } finally {
                lock.unlock();
            }
        }

        private void park() {
            granted = false;
            parked.add(this);
            dispatch();
            await(parked);
            holdsNothing = false;
        }

        /// The caller's share stays taken.
        @Override
        public void stepAside() {
            lock.lock();
            try {
                giveBack();
                slow = false;
                holdsNothing = true;
                dispatch();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void comeBack() {
            lock.lock();
            try {
                park();
            } finally {
                lock.unlock();
            }
        }

        private void giveBack() {
            running--;
            Turns.this.slow -= slow ? 1 : 0;
            analysis -= slow && isAnalysis ? 1 : 0;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                busy.computeIfPresent(caller.key(), (_, count) -> count == 1 ? null : count - 1);
                if (!holdsNothing) {
                    giveBack();
                }
                dispatch();
            } finally {
                lock.unlock();
            }
        }
    }
}
