package de.stadtgraph.query;

import de.stadtgraph.snapshot.plan.Explained;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;

/// Takes the answer of one query while it runs. Called once, on the query's thread.
public interface ResultSink {

    /// The rows of a SELECT.
    void rows(ResultRows rows) throws IOException;

    /// The answer of an ASK.
    void truth(boolean answer) throws IOException;

    /// The triples of a CONSTRUCT or DESCRIBE, each once.
    void triples(Iterator<Triple> triples) throws IOException;

    /// What was planned and done, after the answer, for who wants to know.
    default void explained(Supplier<List<Explained>> plans) throws IOException {}
}
