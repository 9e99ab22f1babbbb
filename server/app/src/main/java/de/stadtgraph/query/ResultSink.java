package de.stadtgraph.query;

import java.io.IOException;
import java.util.Iterator;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.RowSet;

/// Takes the answer of one query while it runs. Called once, on the query's thread.
public interface ResultSink {

    /// The rows of a SELECT.
    void rows(RowSet rows) throws IOException;

    /// The answer of an ASK.
    void truth(boolean answer) throws IOException;

    /// The triples of a CONSTRUCT or DESCRIBE, each once.
    void triples(Iterator<Triple> triples) throws IOException;
}
