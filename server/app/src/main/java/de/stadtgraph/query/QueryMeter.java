package de.stadtgraph.query;

import de.stadtgraph.query.QueryStopped.Which;
import de.stadtgraph.snapshot.Meter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The account of one running query. Charged by the query's thread; cancelled and read by any.
///
/// The clock is read every 1,024 steps. The first stop is final: each later charge throws it again, so that an engine
/// which swallows an exception cannot go on.
public final class QueryMeter implements Meter {
    private static final long CLOCK_STEPS = 1_024;

    private final QueryBudget budget;
    private final QueryLimits.ValueLimits values;
    private final AtomicBoolean cancelSignal = new AtomicBoolean();
    private volatile @Nullable QueryStopped stopped;
    private volatile boolean cancelled;
    private volatile long started;
    private volatile long rows;
    private volatile long bytesOut;
    private long steps;
    private long nextClock = CLOCK_STEPS;
    private long held;
    private Runnable onClock = () -> {};

    QueryMeter(QueryBudget budget, QueryLimits.ValueLimits values) {
        this.budget = budget;
        this.values = values;
        this.started = System.nanoTime();
    }

    /// Begins to count the time, and calls back at each look at the clock.
    void start(Runnable clock) {
        onClock = clock;
        started = System.nanoTime();
    }

    /// Time that was spent waiting does not count.
    void pause(long nanos) {
        long later = started + nanos;
        started = later;
    }

    @Override
    public void step(long count) {
        steps += count;
        if (steps >= nextClock) {
            nextClock = steps + CLOCK_STEPS;
            check();
        }
    }

    @Override
    public void hold(long bytes) {
        held += bytes;
        if (held > budget.bytesHeld()) {
            throw stop(Which.BYTES_HELD, budget.bytesHeld());
        }
    }

    @Override
    public void free(long bytes) {
        held -= bytes;
    }

    /// Charges rows of the answer.
    void row() {
        long now = rows + 1;
        rows = now;
        if (now > budget.rows()) {
            throw stop(Which.ROWS, budget.rows());
        }
    }

    /// Charges bytes of the answer.
    void out(long bytes) {
        long now = bytesOut + bytes;
        bytesOut = now;
        if (now > budget.bytesOut()) {
            throw stop(Which.BYTES_OUT, budget.bytesOut());
        }
        step(1);
    }

    /// Looks at cancel, time and steps.
    void check() {
        QueryStopped earlier = stopped;
        if (earlier != null) {
            throw earlier;
        }
        if (cancelled) {
            throw stop(Which.CANCEL, 0);
        }
        if (steps > budget.steps()) {
            throw stop(Which.STEPS, budget.steps());
        }
        onClock.run();
        if (cancelled) {
            throw stop(Which.CANCEL, 0);
        }
        if (remainingNanos() < 0) {
            throw stop(Which.TIME, budget.time().toMillis());
        }
    }

    /// Ends the query for a limit; the caller throws what it gets.
    QueryStopped stop(Which which, long limit) {
        QueryStopped earlier = stopped;
        if (earlier != null) {
            return earlier;
        }
        var stop = new QueryStopped(which, limit);
        stopped = stop;
        nextClock = 0;
        cancelSignal.set(true);
        return stop;
    }

    /// Ends the query from outside.
    void cancel() {
        cancelled = true;
        cancelSignal.set(true);
    }

    /// Why the query ended before its end, if it did; the time may have run out between two looks.
    @Nullable
    QueryStopped ended() {
        if (stopped == null && cancelled) {
            stop(Which.CANCEL, 0);
        }
        if (stopped == null && remainingNanos() < 0) {
            stop(Which.TIME, budget.time().toMillis());
        }
        return stopped;
    }

    long remainingNanos() {
        return budget.time().toNanos() - (System.nanoTime() - started);
    }

    long elapsedMillis() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    AtomicBoolean cancelSignal() {
        return cancelSignal;
    }

    QueryLimits.ValueLimits values() {
        return values;
    }

    public QueryBudget budget() {
        return budget;
    }

    /// Rows written so far.
    public long rows() {
        return rows;
    }
}
