package de.stadtgraph.query;

import java.time.Duration;
import java.util.List;

/// What a caller wants to ask. Immutable.
///
/// @param text SPARQL 1.1 query
/// @param time wanted time; above the cap of the limits it is refused
/// @param slice outer slice of the rows
/// @param defaultGraphs override FROM, if any graph is named here or in `namedGraphs`
/// @param namedGraphs override FROM NAMED
public record QueryRequest(
        String text, Duration time, Slice slice, List<String> defaultGraphs, List<String> namedGraphs) {

    public QueryRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /// A query with nothing around it.
    public static QueryRequest of(String text, Duration time) {
        return new QueryRequest(text, time, Slice.ALL, List.of(), List.of());
    }

    /// Rows to skip, and most rows to give.
    public record Slice(long offset, long limit) {
        public static final Slice ALL = new Slice(0, Long.MAX_VALUE);
    }
}
