package de.stadtgraph.query;

import java.io.IOException;

/// Takes the result of one query, on the query's own thread; what it throws ends the query.
@FunctionalInterface
public interface ResultSink {

    /// @param meter account of the query; a sink that collects or writes charges it
    void accept(QueryResult result, QueryMeter meter) throws IOException;
}
