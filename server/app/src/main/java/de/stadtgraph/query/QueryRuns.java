package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.store.Generation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Runs prepared queries: waits for a turn, meters, charges the caller, tells what runs. Thread-safe.
final class QueryRuns {
    private static final double NANOS = 1e9;

    private final QueryLimits limits;
    private final QueryPlan.Abilities abilities;
    private final KeptPlans plans = new KeptPlans();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Turns turns;
    private final SharedMemory memory;
    private final CallerBuckets time;
    private final QueryClock clock = new QueryClock();
    private final RunningQueries running = new RunningQueries();

    QueryRuns(QueryLimits limits, QueryPlan.Abilities abilities) {
        this.limits = limits;
        this.abilities = abilities;
        this.turns = new Turns(limits.admission());
        this.memory = new SharedMemory(limits.bytesOfAll());
        QueryLimits.CallerLimits caller = limits.admission().caller();
        this.time = new CallerBuckets(caller.cpuSeconds(), caller.cpuSecondsBack());
    }

    RunningQueries running() {
        return running;
    }

    /// Whether the query ran lately on this state, in less time than it takes to wake a thread for it.
    boolean isQuick(PreparedQuery query, Generation generation) {
        return plans.isQuick(query, generation);
    }

    /// @param isDeep whether it may need more than the usual stack
    Outcome run(PreparedQuery query, Ticket ticket, boolean isDeep, Reading reading) {
        return run(
                query.budget(), ticket, isDeep, meter -> execute(query, reading.generation(), meter, reading.sink()));
    }

    /// What a query reads, and where its answer goes.
    record Reading(Generation generation, ResultSink sink) {}

    /// What is done under a meter.
    interface Work {
        void run(QueryMeter meter) throws IOException;
    }

    /// Waits for a turn, then works under a meter until the budget is used up.
    Outcome run(QueryBudget budget, Ticket ticket, Work work) {
        return run(budget, ticket, true, work);
    }

    private Outcome run(QueryBudget budget, Ticket ticket, boolean isDeep, Work work) {
        checkTime(ticket.caller());
        QueryMeter meter = new QueryMeter(budget, limits.value(), memory);
        meter.onLeave(ticket::hasLeft);
        running.begin(ticket.id(), meter);
        RunningQueries.Status status = RunningQueries.Status.FAILED;
        clock.watch(meter);
        memory.join(meter);
        try (Turns.Turn turn = start(budget, meter, ticket)) {
            running.run(ticket.id());
            DeepStack.call("query-" + ticket.id(), isDeep, charged(ticket.caller(), () -> begin(work, turn, meter)));
            status = RunningQueries.Status.DONE;
            return new Outcome(meter.rows(), meter.hasMore(), meter.silenced(), Duration.ofNanos(meter.runningNanos()));
        } catch (RuntimeException | StackOverflowError e) {
            QueryStopped stopped = stopped(e, meter);
            if (e instanceof ServerException || stopped == null) {
                throw e;
            }
            if (stopped.which() == QueryStopped.Which.CANCEL) {
                status = RunningQueries.Status.CANCELLED;
            }
            throw stopped.problem();
        } finally {
            clock.forget(meter);
            memory.leave(meter);
            meter.close();
            running.end(ticket.id(), status);
        }
    }

    /// Why a failed query ended, where it was for a limit: a path as long as the stack is deep is one.
    private static @Nullable QueryStopped stopped(Throwable failure, QueryMeter meter) {
        if (failure instanceof QueryStopped stop) {
            return stop;
        }
        QueryStopped ended = meter.ended();
        return ended == null && failure instanceof StackOverflowError
                ? new QueryStopped(QueryStopped.Which.STACK, DeepStack.STACK_BYTES)
                : ended;
    }

    private void execute(PreparedQuery query, Generation generation, QueryMeter meter, ResultSink sink)
            throws IOException {
        QueryPlan plan = plans.take(query, generation);
        if (plan == null) {
            plan = QueryPlan.of(query, generation, meter, abilities);
        } else {
            plan.follow(meter);
        }
        new Execution(query, plan, meter).run(sink);
        if (plan.isRepeatable()) {
            plan.ran(meter.runningNanos(), meter.rows());
            plan.forget();
            plans.give(query, generation, plan);
        }
    }

    private static Void begin(Work work, Turns.Turn turn, QueryMeter meter) throws IOException {
        meter.start(turn);
        work.run(meter);
        return null;
    }

    private Turns.Turn start(QueryBudget budget, QueryMeter meter, Ticket ticket) {
        boolean analysis = limits.isAnalysis(budget.time());
        QueryLimits.Admission admission = limits.admission();
        Duration patience = analysis ? admission.analysisPatience() : admission.patience();
        return turns.start(meter, ticket.caller(), patience, analysis);
    }

    private void checkTime(QueryCaller caller) {
        double seconds = time.secondsUntil(caller, 0);
        if (seconds > 0) {
            throw new ServerException(
                            ErrorCode.RATE_LIMITED,
                            new Text("Die Rechenzeit ist verbraucht.", "The computing time is used up."))
                    .with("policy", "computing time")
                    .with("retryAfter", (long) Math.ceil(seconds));
        }
    }

    /// Charges the time of the thread that runs the work to the caller.
    private <T> Callable<T> charged(QueryCaller caller, Callable<T> work) {
        return () -> {
            long before = threadNanos();
            try {
                return work.call();
            } finally {
                time.take(caller, Math.max(0, threadNanos() - before) / NANOS);
            }
        };
    }

    /// A virtual thread has no time of its own; what runs on one is quick.
    private long threadNanos() {
        return Thread.currentThread().isVirtual() ? System.nanoTime() : threads.getCurrentThreadCpuTime();
    }
}
