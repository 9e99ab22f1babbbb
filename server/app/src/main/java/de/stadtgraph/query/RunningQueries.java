package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// The queries that run now, by the id that their callers know; who knows an id may cancel. Thread-safe.
public final class RunningQueries {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST_KEPT = 10_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();

    private record Ended(String id, Entry entry) {}

    /// What a caller may see of a query.
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /// A query's state.
    public record Shown(String id, Status status, long elapsedMillis, long rows, QueryBudget budget) {}

    private static final class Entry {
        private final QueryMeter meter;
        private final long began = System.nanoTime();
        private volatile Status status = Status.QUEUED;
        private volatile long ended;

        Entry(QueryMeter meter) {
            this.meter = meter;
        }

        Shown shown(String id) {
            long until = status.isOver() ? ended : System.nanoTime();
            return new Shown(id, status, (until - began) / 1_000_000, meter.rows(), meter.budget());
        }
    }

    /// Begins to show a query.
    ///
    /// @throws ServerException [ErrorCode#QUERY_ID_IN_USE]
    void begin(String id, QueryMeter meter) {
        forget();
        Entry before = entries.putIfAbsent(id, new Entry(meter));
        if (before != null) {
            throw new ServerException(
                    ErrorCode.QUERY_ID_IN_USE, new Text("Diese Query-Id ist vergeben.", "This query id is in use."));
        }
    }

    void run(String id) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.status = Status.RUNNING;
        }
    }

    void end(String id, Status status) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.ended = System.nanoTime();
            entry.status = status;
            ended.add(new Ended(id, entry));
            kept.incrementAndGet();
        }
    }

    /// Ends a query; its own caller gets an error.
    ///
    /// @return whether it was waiting or running
    public boolean cancel(String id) {
        Entry entry = entries.get(id);
        if (entry == null || entry.status.isOver()) {
            return false;
        }
        entry.meter.cancel();
        return true;
    }

    /// The state of a query; kept for a minute after its end.
    public Optional<Shown> find(String id) {
        forget();
        return Optional.ofNullable(entries.get(id)).map(entry -> entry.shown(id));
    }

    /// All that wait or run, longest first.
    public List<Shown> unfinished() {
        return entries.entrySet().stream()
                .map(entry -> entry.getValue().shown(entry.getKey()))
                .filter(shown -> !shown.status().isOver())
                .sorted((one, other) -> Long.compare(other.elapsedMillis(), one.elapsedMillis()))
                .toList();
    }

    /// The first that ended are the first that go.
    private void forget() {
        long now = System.nanoTime();
        Ended first = ended.peek();
        while (first != null && (now - first.entry.ended > KEPT.toNanos() || kept.get() > MOST_KEPT)) {
            if (ended.remove(first)) {
                kept.decrementAndGet();
                entries.remove(first.id, first.entry);
            }
            first = ended.peek();
        }
    }
}
