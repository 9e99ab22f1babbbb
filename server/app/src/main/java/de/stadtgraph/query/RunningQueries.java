package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Queries by id, for 60 s after their end. Safe for many threads. Who knows an id may see and cancel its query.
public final class RunningQueries {
    private static final long KEPT_NANOS = Duration.ofSeconds(60).toNanos();
    private static final int MOST_KEPT = 10_000;

    private final Map<String, RunningQuery> queries = new ConcurrentHashMap<>();

    public Optional<RunningQuery> find(String id) {
        return Optional.ofNullable(queries.get(id)).filter(query -> !isForgotten(query));
    }

    /// Ends a query; what runs stops at its next look at the flag.
    ///
    /// @return whether the id is known
    public boolean cancel(String id) {
        Optional<RunningQuery> query = find(id);
        query.filter(known -> !known.isOver()).ifPresent(RunningQuery::cancel);
        return query.isPresent();
    }

    /// Ends all, at shutdown.
    void cancelAll() {
        queries.values().stream().filter(query -> !query.isOver()).forEach(RunningQuery::cancel);
    }

    RunningQuery add(String id, QueryMeter meter) {
        var query = new RunningQuery(id, meter);
        RunningQuery other = queries.compute(
                id, (_, known) -> known == null || isForgotten(known) || known.isOver() ? query : known);
        if (other != query) {
            throw new ServerException(
                    ErrorCode.QUERY_ID_IN_USE,
                    new Text("Unter dieser Query-Id läuft eine Anfrage.", "A query runs under this id."));
        }
        return query;
    }

    /// Forgets what ended long ago, and ends what is overdue.
    void tend() {
        queries.values().removeIf(RunningQueries::isForgotten);
        if (queries.size() > MOST_KEPT) {
            queries.values().removeIf(RunningQuery::isOver);
        }
        queries.values().forEach(RunningQuery::abortIfOverdue);
    }

    private static boolean isForgotten(RunningQuery query) {
        return query.isOver() && System.nanoTime() - query.endedAt() > KEPT_NANOS;
    }
}
