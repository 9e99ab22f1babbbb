package de.stadtgraph.query.stored;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.query.PreparedQuery;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryRequest;
import de.stadtgraph.query.ResultRows;
import de.stadtgraph.query.ResultSink;
import de.stadtgraph.store.Generation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Runs stored queries with their defaults on a state and says which expectation does not hold. Safe for many threads.
///
/// A query that needs a value has no answer without one and is passed over.
public final class ExpectationCheck {
    private final QueryGate gate;
    private final String base;

    /// @param base canonical base of the city's IRIs
    public ExpectationCheck(QueryGate gate, String base) {
        this.gate = gate;
        this.base = base;
    }

    /// An expectation that does not hold.
    ///
    /// @param query name of the query
    /// @param sentence what was found and what was expected
    /// @param blocks whether it stops the switch to the state
    public record Failure(String query, String sentence, boolean blocks) {}

    /// Checks all; queries whose datasets are not in the state are passed over.
    public List<Failure> failures(Iterable<StoredQuery> queries, Generation generation) {
        List<Failure> failures = new ArrayList<>();
        for (StoredQuery query : queries) {
            boolean answerable = generation.releases().keySet().containsAll(query.datasets())
                    && query.parameters().stream().noneMatch(Parameter::required);
            if (answerable) {
                failure(query, generation)
                        .ifPresent(sentence -> failures.add(new Failure(
                                query.name(), sentence, query.expectation().block())));
            }
        }
        return failures;
    }

    private Optional<String> failure(StoredQuery query, Generation generation) {
        try {
            GivenValues values = GivenValues.read(query, Map.of(), generation.data(), base);
            PreparedQuery prepared = gate.prepare(QueryRequest.of(query.sparql()), values.nodes());
            var counted = new Counted(query.expectation());
            gate.run(prepared, "expect-" + UUID.randomUUID(), generation, counted);
            return counted.failure();
        } catch (ServerException e) {
            return Optional.of(e.detail().en());
        }
    }

    /// Counts rows and looks at the columns that must be there or be unique.
    private static final class Counted implements ResultSink {
        private final StoredQuery.Expectation expectation;
        private final Set<List<Optional<Node>>> seen = new HashSet<>();
        private List<String> missing = List.of();
        private long count;
        private boolean twice;

        Counted(StoredQuery.Expectation expectation) {
            this.expectation = expectation;
        }

        @Override
        public void rows(ResultRows rows) {
            List<String> variables = rows.variables();
            missing = expectation.columns().stream()
                    .filter(column -> !variables.contains(column))
                    .toList();
            List<Integer> unique =
                    expectation.unique().stream().map(variables::indexOf).toList();
            while (rows.hasNext()) {
                List<Optional<Node>> row = rows.next();
                count++;
                if (!unique.isEmpty() && !unique.contains(-1)) {
                    twice |= !seen.add(unique.stream().map(row::get).toList());
                }
            }
        }

        @Override
        public void truth(boolean answer) {
            count = answer ? 1 : 0;
        }

        @Override
        public void triples(Iterator<Triple> triples) {
            triples.forEachRemaining(_ -> count++);
        }

        Optional<String> failure() {
            if (!missing.isEmpty()) {
                return Optional.of("columns are missing: " + String.join(", ", missing));
            }
            if (count < expectation.minimum()) {
                return Optional.of("it has " + count + " rows, at least " + expectation.minimum() + " are expected");
            }
            if (count > expectation.maximum()) {
                return Optional.of("it has " + count + " rows, at most " + expectation.maximum() + " are expected");
            }
            return twice
                    ? Optional.of("values of " + String.join(", ", expectation.unique()) + " occur twice")
                    : Optional.empty();
        }
    }
}
