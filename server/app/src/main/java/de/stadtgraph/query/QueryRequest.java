package de.stadtgraph.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a caller asks (SPARQL 1.1 Protocol, section 2.1). Immutable.
///
/// @param text the query
/// @param timeout time it may take; the usual where it is absent
/// @param defaultGraphs names of graphs that make up the default graph; they override FROM
/// @param namedGraphs names of graphs; they override FROM NAMED
/// @param offset rows of the answer that are passed over
/// @param limit rows of the answer at the most
public record QueryRequest(
        String text,
        Optional<Duration> timeout,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        OptionalLong offset,
        OptionalLong limit) {

    public QueryRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /// A query with the usual budget on the usual dataset.
    public static QueryRequest of(String text) {
        return new QueryRequest(
                text, Optional.empty(), List.of(), List.of(), OptionalLong.empty(), OptionalLong.empty());
    }
}
