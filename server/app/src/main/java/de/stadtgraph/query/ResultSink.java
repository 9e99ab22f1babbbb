package de.stadtgraph.query;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.plan.Explained;
import de.stadtgraph.snapshot.write.TripleTable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
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

    /// The triples of a CONSTRUCT as ids, where the sink can write them; otherwise they come as triples.
    ///
    /// @param written is told how many more there are, before they are written
    /// @param meter holds what was written
    /// @return whether they were taken
    default boolean ids(Supplier<TripleTable> triples, LongConsumer written, Meter meter) throws IOException {
        return false;
    }

    /// What was planned and done, after the answer, for who wants to know.
    default void explained(Supplier<List<Explained>> plans) throws IOException {}
}
