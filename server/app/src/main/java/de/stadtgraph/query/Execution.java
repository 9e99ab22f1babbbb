package de.stadtgraph.query;

import de.stadtgraph.snapshot.arq.SnapshotViews;
import de.stadtgraph.snapshot.arq.UniformTables;
import de.stadtgraph.snapshot.arq.Vectorising;
import de.stadtgraph.store.Generation;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingRoot;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;

/// One run of one query under its meter, with registries of its own. One thread.
final class Execution {
    private static final long TRIPLE_BYTES = 200;

    private final Query query;
    private final Op op;
    private final DatasetGraph dataset;
    private final QueryMeter meter;
    private final Vectorising vectorising;
    private final Context context;
    private final long limit;

    Execution(PreparedQuery prepared, Generation generation, QueryMeter meter, Abilities abilities) {
        this.query = prepared.query();
        Op searched = TextTables.rewrite(
                prepared.op(), (words, limit) -> abilities.text().find(generation, words, limit));
        this.op = GuardedExpressions.rewrite(searched, meter);
        this.meter = meter;
        this.limit = prepared.request().limit().orElse(-1);
        this.dataset = viewed(generation.data(), meter, prepared);
        this.vectorising = new Vectorising(meter, _ -> {});
        this.context = context(abilities.functions(), meter, vectorising);
    }

    /// What a query may call.
    record Abilities(ClosedFunctions functions, TextSearch text) {}

    /// FROM, FROM NAMED and the protocol's parameters name graphs of the state; nothing is fetched.
    private static DatasetGraph viewed(DatasetGraph all, QueryMeter meter, PreparedQuery prepared) {
        DatasetDescription description = new DatasetDescription();
        QueryRequest request = prepared.request();
        if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
            request.defaultGraphs().forEach(description::addDefaultGraphURI);
            request.namedGraphs().forEach(description::addNamedGraphURI);
        } else {
            prepared.query().getGraphURIs().forEach(description::addDefaultGraphURI);
            prepared.query().getNamedGraphURIs().forEach(description::addNamedGraphURI);
        }
        DatasetGraph metered = new MeteredDataset(SnapshotViews.of(all, description), meter);
        return description.isEmpty() || SnapshotViews.isSnapshot(all)
                ? metered
                : DynamicDatasets.dynamicDataset(description, metered, false);
    }

    /// What the engine finds when it looks for functions, for the meter and for its executor.
    static Context context(ClosedFunctions functions, QueryMeter meter, Vectorising vectorising) {
        Context context = ARQ.getContext().copy();
        context.set(ARQConstants.registryFunctions, functions);
        context.set(ARQConstants.registryPropertyFunctions, new NoPropertyFunctions());
        context.set(ARQConstants.symCancelQuery, meter.cancelSignal());
        UniformTables.useIn(context);
        QC.setFactory(context, execution -> new MeteredExecutor(execution, meter, vectorising));
        Context.setCurrentDateTime(context);
        return context;
    }

    void run(ResultSink sink) throws IOException {
        Plan plan = QueryEngineMain.getFactory().create(op, dataset, BindingRoot.create(), context);
        try {
            QueryIterator all = plan.iterator();
            meter.onStop(all::cancel);
            QueryIterator rows = limited(all);
            if (query.isSelectType()) {
                sink.rows(new ResultRows(RowSetStream.create(Var.varList(query.getResultVars()), counted(rows))));
            } else if (query.isAskType()) {
                sink.truth(rows.hasNext());
            } else if (query.isConstructType()) {
                sink.triples(constructed(rows));
            } else {
                sink.triples(described(rows));
            }
        } finally {
            plan.close();
        }
        QueryStopped stopped = meter.ended();
        if (stopped != null) {
            throw stopped;
        }
        sink.explained(vectorising.explained());
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
        Descriptions descriptions = new Descriptions(dataset.getDefaultGraph(), meter);
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
