package de.stadtgraph.query;

import de.stadtgraph.snapshot.write.IdTable;
import de.stadtgraph.snapshot.write.TripleTable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.modify.TemplateLib;

/// One run of one query under its meter. One thread.
final class Execution {
    private static final long TRIPLE_BYTES = 200;

    private final Query query;
    private final QueryPlan plan;
    private final QueryMeter meter;
    private final long limit;
    private Runnable close = () -> {};

    Execution(PreparedQuery prepared, QueryPlan plan, QueryMeter meter) {
        this.query = prepared.query();
        this.plan = plan;
        this.meter = meter;
        this.limit = prepared.request().limit().orElse(-1);
    }

    void run(ResultSink sink) throws IOException {
        try {
            if (query.isSelectType()) {
                sink.rows(selected());
            } else if (query.isAskType()) {
                sink.truth(rows().hasNext());
            } else if (query.isConstructType()) {
                construct(sink);
            } else {
                sink.triples(described(rows()));
            }
        } finally {
            close.run();
        }
        meter.checkCancelled();
        QueryStopped stopped = meter.ended();
        if (stopped != null) {
            throw stopped;
        }
        sink.explained(plan::explained);
    }

    private ResultRows selected() {
        List<Var> variables = Var.varList(query.getResultVars());
        return new ResultRows(
                variables,
                () -> RowSetStream.create(variables, counted(rows())),
                plan.table(query.getResultVars()).map(table -> () -> counted(table.get())));
    }

    private void construct(ResultSink sink) throws IOException {
        Optional<Supplier<TripleTable>> ids = limit < 0 && !query.isConstructQuad()
                ? plan.triples(query.getConstructTemplate().getTriples())
                : Optional.empty();
        boolean taken = ids.isPresent() && sink.ids(() -> opened(ids.get().get()), meter::rows, meter);
        if (!taken) {
            sink.triples(constructed(rows()));
        }
    }

    private TripleTable opened(TripleTable triples) {
        close = triples.rows()::close;
        return triples;
    }

    private IdTable counted(IdTable table) {
        close = table::close;
        return table.with(new CountedBatches(table.rows(), limit < 0 ? Long.MAX_VALUE : limit, meter));
    }

    private QueryIterator rows() {
        QueryIterator all = plan.rows();
        close = all::close;
        meter.onStop(all::cancel);
        return limited(all);
    }

    /// Ends at the caller's limit, and tells whether there is more.
    private QueryIterator limited(QueryIterator rows) {
        if (limit < 0) {
            return rows;
        }
        return QueryIterPlainWrapper.create(new FirstRows(rows, limit, meter), null);
    }

    private Iterator<Binding> counted(QueryIterator rows) {
        return Iter.map(rows, row -> {
            meter.row();
            return row;
        });
    }

    private Iterator<Triple> constructed(QueryIterator rows) {
        Set<Triple> seen = new HashSet<>();
        Iterator<Triple> made =
                TemplateLib.calcTriples(query.getConstructTemplate().getTriples(), rows);
        return new MeteredTriples(
                Iter.filter(made, triple -> {
                    meter.step(1);
                    return isNew(seen, triple);
                }),
                meter);
    }

    private boolean isNew(Set<Triple> seen, Triple triple) {
        if (seen.contains(triple)) {
            return false;
        }
        meter.hold(TRIPLE_BYTES);
        return seen.add(triple);
    }

    private Iterator<Triple> described(QueryIterator rows) {
        Descriptions descriptions = new Descriptions(plan.dataset().getDefaultGraph(), meter);
        query.getResultURIs().forEach(descriptions::add);
        while (rows.hasNext()) {
            Binding row = rows.next();
            for (Var variable : query.getProjectVars()) {
                Node value = row.get(variable);
                if (value != null && !value.isLiteral()) {
                    descriptions.add(value);
                }
            }
        }
        return new MeteredTriples(descriptions.triples().iterator(), meter);
    }
}
