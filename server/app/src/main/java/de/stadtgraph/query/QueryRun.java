package de.stadtgraph.query;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;

/// One run of a prepared query under its meter. Used once, on one thread.
final class QueryRun {
    private static final long TRIPLE_BYTES = 128;

    private final PreparedQuery prepared;
    private final DatasetGraph data;
    private final ClosedFunctions functions;
    private final RunningQuery entry;
    private final QueryMeter meter;

    QueryRun(PreparedQuery prepared, DatasetGraph data, ClosedFunctions functions, RunningQuery entry) {
        this.prepared = prepared;
        this.functions = functions;
        this.entry = entry;
        this.meter = entry.meter();
        this.data = new MeteredDatasetGraph(DynamicDatasets.dynamicDataset(description(), data, false), meter);
    }

    /// Runs to the end of what the sink takes.
    void into(ResultSink sink) throws IOException {
        meter.check();
        switch (prepared.kind()) {
            case SELECT ->
                withRows(
                        rows -> new QueryResult.Rows(
                                RowSetStream.create(prepared.query().getProjectVars(), charged(sliced(rows)))),
                        sink);
            case ASK -> withRows(rows -> new QueryResult.Truth(rows.hasNext()), sink);
            case CONSTRUCT ->
                withRows(
                        rows -> triples(TemplateLib.calcTriples(
                                prepared.query().getConstructTemplate().getTriples(), rows)),
                        sink);
            case DESCRIBE -> describe(sink);
        }
    }

    private void describe(ResultSink sink) throws IOException {
        List<Node> terms = prepared.describedTerms();
        if (prepared.query().getQueryPattern() == null) {
            sink.accept(described(terms.iterator()), meter);
            return;
        }
        List<Var> variables = prepared.query().getProjectVars();
        withRows(
                rows -> described(Stream.concat(
                                terms.stream(),
                                Iter.asStream((Iterator<Binding>) rows)
                                        .flatMap(row -> variables.stream()
                                                .filter(row::contains)
                                                .map(row::get)))
                        .iterator()),
                sink);
    }

    private QueryResult described(Iterator<Node> things) {
        return triples(new Description(data.getDefaultGraph(), things, meter));
    }

    private void withRows(Function<QueryIterator, QueryResult> form, ResultSink sink) throws IOException {
        var algebra = GuardedExpressions.rewrite(prepared.algebra(), meter);
        var engine = new QueryEngineMain(algebra, data, BindingFactory.root(), context());
        QueryIterator rows = engine.getPlan().iterator();
        entry.onAbort(rows::cancel);
        try {
            sink.accept(form.apply(rows), meter);
        } finally {
            entry.onAbort(() -> {});
            rows.close();
        }
    }

    private Context context() {
        Context context = ARQ.getContext().copy();
        FunctionRegistry.set(context, functions);
        PropertyFunctionRegistry.set(context, new NoPropertyFunctions());
        ServiceExecutorRegistry.set(context, new ServiceExecutorRegistry());
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQConstants.symCancelQuery, meter.cancelSignal());
        QC.setFactory(context, execution -> new MeteredExecutor(execution, meter));
        return context;
    }

    private DatasetDescription description() {
        QueryRequest request = prepared.request();
        if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
            return DatasetDescription.create(request.defaultGraphs(), request.namedGraphs());
        }
        Query query = prepared.query();
        return DatasetDescription.create(query.getGraphURIs(), query.getNamedGraphURIs());
    }

    private Iterator<Binding> charged(Iterator<Binding> rows) {
        return Iter.map(rows, row -> {
            meter.row();
            return row;
        });
    }

    /// The outer slice; a row left over is noted.
    private Iterator<Binding> sliced(QueryIterator rows) {
        QueryRequest.Slice slice = prepared.request().slice();
        return slice.equals(QueryRequest.Slice.ALL) ? rows : new SlicedRows(rows, slice, entry::markCut);
    }

    private QueryResult triples(Iterator<Triple> triples) {
        Set<Triple> known = new HashSet<>();
        Iterator<Triple> once = Iter.filter(triples, triple -> {
            meter.step(1);
            boolean isNew = known.add(triple);
            if (isNew) {
                meter.hold(TRIPLE_BYTES);
                meter.row();
            }
            return isNew;
        });
        PrefixMap prefixes = PrefixMapFactory.create(prepared.query().getPrefixMapping());
        return new QueryResult.Triples(once, prefixes);
    }
}
