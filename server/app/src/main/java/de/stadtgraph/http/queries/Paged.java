package de.stadtgraph.http.queries;

import de.stadtgraph.query.ResultRows;
import de.stadtgraph.query.ResultSink;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Triple;

/// Hands on one page of an answer and knows whether more comes after it. One answer.
final class Paged implements ResultSink {
    private final ResultSink sink;
    private final Optional<Given.Paging> paging;
    private boolean cut;

    Paged(ResultSink sink, Optional<Given.Paging> paging) {
        this.sink = sink;
        this.paging = paging;
    }

    @Override
    public void rows(ResultRows rows) throws IOException {
        if (paging.isEmpty()) {
            sink.rows(rows);
            return;
        }
        sink.rows(rows.first(paging.get().size()));
        cut = rows.hasNext();
    }

    @Override
    public void truth(boolean answer) throws IOException {
        sink.truth(answer);
    }

    @Override
    public void triples(Iterator<Triple> triples) throws IOException {
        sink.triples(triples);
    }

    boolean isCut() {
        return cut;
    }
}
