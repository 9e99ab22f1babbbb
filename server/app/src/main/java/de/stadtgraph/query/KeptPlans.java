package de.stadtgraph.query;

import de.stadtgraph.store.Generation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/// Plans that wait for the next query with the same text, on the state that is served. The least used go first.
/// Thread-safe.
final class KeptPlans {
    private static final int MOST_QUERIES = 200;
    private static final int MOST_A_QUERY = 4;

    private final SequencedMap<PreparedQuery.Identity, Deque<QueryPlan>> plans = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable DatasetGraph data;

    /// A plan that runs nowhere now; nothing when there is none.
    synchronized @Nullable QueryPlan take(PreparedQuery query, Generation generation) {
        Deque<QueryPlan> idle = isOf(generation) ? plans.get(query.identity()) : null;
        return idle == null ? null : idle.pollFirst();
    }

    /// Whether a plan waits that was quick when it ran last.
    synchronized boolean isQuick(PreparedQuery query, Generation generation) {
        Deque<QueryPlan> idle = isOf(generation) ? plans.get(query.identity()) : null;
        QueryPlan next = idle == null ? null : idle.peekFirst();
        return next != null && next.isQuick();
    }

    /// Keeps a plan that has run to its end. The plans of another state go.
    synchronized void give(PreparedQuery query, Generation generation, QueryPlan plan) {
        if (!isOf(generation)) {
            plans.clear();
            data = generation.data();
        }
        Deque<QueryPlan> idle = plans.computeIfAbsent(query.identity(), _ -> new ArrayDeque<>());
        if (idle.size() < MOST_A_QUERY) {
            idle.addFirst(plan);
        }
        if (plans.size() > MOST_QUERIES) {
            plans.pollFirstEntry();
        }
    }

    /// A state may be opened anew: the same number, other data.
    @SuppressWarnings("ReferenceEquality")
    private boolean isOf(Generation generation) {
        return data == generation.data();
    }
}
