package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The queries that run now, by the id that their callers know; who knows an id may cancel. Thread-safe.
public final class RunningQueries {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST_KEPT = 10_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /// What a caller may see of a query.
    public enum Status {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /// A query's state.
    public record Shown(String id, Status status, long elapsedMillis, long rows) {}

    private static final class Entry {
        private final QueryMeter meter;
        private volatile Status status = Status.RUNNING;
        private volatile long ended;
        private volatile long elapsed;

        Entry(QueryMeter meter) {
            this.meter = meter;
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

    void end(String id, Status status) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.elapsed = entry.meter.elapsedMillis();
            entry.status = status;
            entry.ended = System.nanoTime();
        }
    }

    /// Ends a query; its own caller gets an error.
    ///
    /// @return whether it was running
    public boolean cancel(String id) {
        Entry entry = entries.get(id);
        if (entry == null || entry.status != Status.RUNNING) {
            return false;
        }
        entry.meter.cancel();
        return true;
    }

    /// The state of a query; kept for a minute after its end.
    public Optional<Shown> find(String id) {
        forget();
        return Optional.ofNullable(entries.get(id))
                .map(entry -> new Shown(
                        id,
                        entry.status,
                        entry.status == Status.RUNNING ? entry.meter.elapsedMillis() : entry.elapsed,
                        entry.meter.rows()));
    }

    private void forget() {
        long now = System.nanoTime();
        entries.values()
                .removeIf(entry -> entry.status != Status.RUNNING
                        && (now - entry.ended > KEPT.toNanos() || entries.size() > MOST_KEPT));
    }
}
