package de.stadtgraph.query;

import java.util.Locale;

/// One query that waits, runs or ran, as its owner sees it. Safe for many threads.
public final class RunningQuery {
    /// Where it stands.
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /// The word in answers.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String id;
    private final QueryMeter meter;
    private volatile Status status = Status.QUEUED;
    private volatile long elapsedMillis;
    private volatile long endedAt;
    private volatile boolean cut;
    private volatile Runnable abort = () -> {};

    RunningQuery(String id, QueryMeter meter) {
        this.id = id;
        this.meter = meter;
    }

    public String id() {
        return id;
    }

    public Status status() {
        return status;
    }

    public QueryBudget budget() {
        return meter.budget();
    }

    public long rows() {
        return meter.rows();
    }

    public long elapsedMillis() {
        return isOver() ? elapsedMillis : meter.elapsedMillis();
    }

    /// Whether the outer slice left rows over.
    public boolean isCut() {
        return cut;
    }

    void markCut() {
        cut = true;
    }

    boolean isOver() {
        return endedAt != 0;
    }

    long endedAt() {
        return endedAt;
    }

    QueryMeter meter() {
        return meter;
    }

    void begin() {
        status = Status.RUNNING;
    }

    /// What tells the engine to stop sorting.
    void onAbort(Runnable action) {
        abort = action;
    }

    void end(Status last) {
        elapsedMillis = meter.elapsedMillis();
        status = last;
        abort = () -> {};
        endedAt = System.nanoTime();
    }

    void cancel() {
        meter.cancel();
        abort.run();
    }

    /// Ends what did not look at the clock for too long.
    void abortIfOverdue() {
        if (!isOver() && meter.isOverdue()) {
            abort.run();
        }
    }
}
