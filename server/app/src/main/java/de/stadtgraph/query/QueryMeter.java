package de.stadtgraph.query;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.query.QueryStopped.Which;
import de.stadtgraph.snapshot.Meter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The account of one running query. Charged by the query's thread; cancelled and read by any.
///
/// The clock is read every 1,024 steps, and sooner when [QueryClock] says so. The first stop is final: each later
/// charge
/// throws it again, so that an engine which swallows an exception cannot go on.
public final class QueryMeter implements Meter {
    private static final long CLOCK_STEPS = 1_024;

    /// What is held is told to the shared account in pieces of this size.
    private static final long SHARED_PIECE = 64 << 10;

    private final QueryBudget budget;
    private final QueryLimits.ValueLimits values;
    private final SharedMemory shared;
    private final AtomicBoolean cancelSignal = new AtomicBoolean();
    private volatile @Nullable QueryStopped stopped;
    private volatile boolean cancelled;
    private volatile boolean told;
    private volatile long dismissedAt;
    private volatile boolean waiting = true;
    private volatile long started;
    private volatile long rows;
    private volatile long bytesOut;
    private volatile long held;
    private volatile boolean more;
    private final Set<String> silenced = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerException failure;
    private volatile Runnable abort = () -> {};
    private volatile BooleanSupplier left = () -> false;
    private long sharedHeld;
    private long steps;
    private long nextClock = CLOCK_STEPS;
    private Place place = Place.FREE;

    QueryMeter(QueryBudget budget, QueryLimits.ValueLimits values, SharedMemory shared) {
        this.budget = budget;
        this.values = values;
        this.shared = shared;
        this.started = System.nanoTime();
    }

    /// Begins to count the time; each look at the clock looks at the place too.
    void start(Place taken) {
        place = taken;
        started = System.nanoTime();
        waiting = false;
    }

    /// Whether the one who waits for the answer has left.
    void onLeave(BooleanSupplier hasLeft) {
        left = hasLeft;
    }

    /// What ends the engine from outside when it takes no steps.
    void onStop(Runnable action) {
        abort = action;
    }

    /// Lets others run until [#comeBack()]; the time goes on.
    void stepAside() {
        place.stepAside();
    }

    /// Waits for a place again; a query that was ended meanwhile needs none.
    void comeBack() {
        if (ended() != null) {
            return;
        }
        waiting = true;
        place.comeBack();
        waiting = false;
    }

    /// Time that was spent waiting does not count.
    void pause(long nanos) {
        long later = started + nanos;
        started = later;
    }

    @Override
    public void step(long count) {
        steps += count;
        if (steps >= nextClock || told) {
            nextClock = steps + CLOCK_STEPS;
            check();
        }
    }

    @Override
    public void hold(long bytes) {
        long now = held + bytes;
        held = now;
        if (now > budget.bytesHeld()) {
            throw stop(Which.BYTES_HELD, budget.bytesHeld());
        }
        if (now - sharedHeld >= SHARED_PIECE) {
            share(now);
            step(1);
        }
    }

    @Override
    public void free(long bytes) {
        long now = held - bytes;
        held = now;
        if (sharedHeld - now >= SHARED_PIECE) {
            share(now);
        }
    }

    private void share(long now) {
        long change = now - sharedHeld;
        sharedHeld = now;
        shared.add(change);
    }

    /// Gives back all that is held, and lets go of the engine; the query has ended.
    void close() {
        held = 0;
        share(0);
        abort = () -> {};
        left = () -> false;
        place = Place.FREE;
    }

    /// Charges a row of the answer.
    void row() {
        rows(1);
    }

    /// Charges rows of the answer.
    void rows(long more) {
        long now = rows + more;
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
        checkCancelled();
        long limit = dismissedAt;
        if (limit > 0) {
            throw stop(Which.BYTES_OF_ALL, limit);
        }
        if (steps > budget.steps()) {
            throw stop(Which.STEPS, budget.steps());
        }
        waiting = true;
        place.look();
        waiting = false;
        checkCancelled();
        if (remainingNanos() < 0) {
            throw stop(Which.TIME, budget.time().toMillis());
        }
    }

    void checkCancelled() {
        QueryStopped earlier = stopped;
        if (earlier != null) {
            throw earlier;
        }
        if (failure != null) {
            throw failure;
        }
        if (cancelled) {
            throw stop(Which.CANCEL, 0);
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
        told = true;
        cancelSignal.set(true);
        return stop;
    }

    /// Ends the query from outside.
    void cancel() {
        cancelled = true;
        told = true;
        cancelSignal.set(true);
    }

    /// Ends the query because all of them hold too much and this one the most.
    void dismiss(long limit) {
        dismissedAt = limit;
        told = true;
    }

    boolean isDismissed() {
        return dismissedAt > 0;
    }

    /// Called by the clock: an overdue, dismissed or cancelled query is told, and its engine ended from outside.
    void tellIfOver() {
        if (!cancelled && left.getAsBoolean()) {
            cancel();
        }
        boolean overdue = !waiting && remainingNanos() < 0;
        if (overdue || cancelled || isDismissed()) {
            told = true;
            abort.run();
        }
    }

    /// Why the query ended before its end, if it did; the time may have run out between two looks.
    @Nullable
    QueryStopped ended() {
        if (stopped == null && cancelled) {
            stop(Which.CANCEL, 0);
        }
        if (stopped == null && isDismissed()) {
            stop(Which.BYTES_OF_ALL, dismissedAt);
        }
        if (stopped == null && remainingNanos() < 0) {
            stop(Which.TIME, budget.time().toMillis());
        }
        return stopped;
    }

    /// The caller's limit is reached and there are more rows.
    void leaveRest() {
        more = true;
    }

    boolean hasMore() {
        return more;
    }

    /// Another portal did not answer, and the query goes on without it.
    void silenced(String portal) {
        silenced.add(portal);
    }

    List<String> silenced() {
        return List.copyOf(silenced);
    }

    /// The query cannot be answered; said again at each look, since an engine may swallow it once.
    ServerException fail(ServerException why) {
        failure = why;
        told = true;
        return why;
    }

    long remainingNanos() {
        return budget.time().toNanos() - runningNanos();
    }

    /// Time since the start, without waiting.
    long runningNanos() {
        return System.nanoTime() - started;
    }

    long elapsedMillis() {
        return runningNanos() / 1_000_000;
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

    /// Bytes held now.
    long held() {
        return held;
    }

    /// Rows written so far.
    public long rows() {
        return rows;
    }
}
