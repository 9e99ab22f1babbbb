package de.stadtgraph.query;

import de.stadtgraph.federation.Federation;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.snapshot.arq.IdPlan;
import de.stadtgraph.snapshot.arq.SnapshotViews;
import de.stadtgraph.snapshot.arq.Spatial;
import de.stadtgraph.snapshot.arq.UniformTables;
import de.stadtgraph.snapshot.arq.Vectorising;
import de.stadtgraph.snapshot.plan.Explained;
import de.stadtgraph.snapshot.write.IdTable;
import de.stadtgraph.snapshot.write.TripleTable;
import de.stadtgraph.store.Generation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;

/// How a query is done on one state: guarded, optimised and, where the snapshot engine takes all of it, compiled. Such
/// a plan may be kept for the next query with the same text. One query at a time.
final class QueryPlan {
    /// So long a client that leaves is not noticed anyway.
    private static final long QUICK_NANOS = 5_000_000;

    private static final long FEW_ROWS = 200;

    private final PlanMeter meter;
    private final Op op;
    private final DatasetGraph dataset;
    private final ExecutionContext context;
    private final Vectorising vectorising;
    private final Optional<IdPlan> ids;
    private final boolean repeatable;
    private boolean quick;

    private QueryPlan(PreparedQuery prepared, Generation generation, QueryMeter query, Abilities abilities) {
        meter = new PlanMeter(query);
        var texts = new TextTables(
                abilities.text(),
                generation,
                meter,
                description(prepared).isEmpty() && !NamesGraphs.anywhere(prepared.op()));
        Op searched = texts.rewrite(prepared.op());
        dataset = viewed(generation.data(), query, prepared);
        vectorising = new Vectorising(meter, _ -> {});
        Context settings = settings(abilities.functions(), abilities.federation(), query, vectorising);
        Op placed = spatial(searched, generation.data(), meter);
        op = Algebra.optimize(GuardedExpressions.rewrite(placed, meter), settings);
        context = ExecutionContext.create(dataset, settings);
        ids = vectorising.plan(op, context);
        repeatable = ids.isPresent() && prepared.deterministic() && !texts.hasSearched() && placed.equals(searched);
    }

    private static Op spatial(Op op, DatasetGraph data, PlanMeter meter) {
        try {
            return Spatial.rewrite(op, data, meter);
        } catch (QueryBuildException e) {
            throw new ServerException(ErrorCode.QUERY_SYNTAX, Text.same(String.valueOf(e.getMessage())), e);
        }
    }

    /// What a query may call.
    record Abilities(ClosedFunctions functions, TextSearch text, Federation federation) {}

    static QueryPlan of(PreparedQuery prepared, Generation generation, QueryMeter query, Abilities abilities) {
        return new QueryPlan(prepared, generation, query, abilities);
    }

    /// FROM, FROM NAMED and the protocol's parameters name graphs of the state; nothing is fetched.
    private static DatasetGraph viewed(DatasetGraph all, QueryMeter meter, PreparedQuery prepared) {
        DatasetDescription description = description(prepared);
        DatasetGraph metered = new MeteredDataset(SnapshotViews.of(all, description), meter);
        return description.isEmpty() || SnapshotViews.isSnapshot(all)
                ? metered
                : DynamicDatasets.dynamicDataset(description, metered, false);
    }

    private static DatasetDescription description(PreparedQuery prepared) {
        DatasetDescription description = new DatasetDescription();
        QueryRequest request = prepared.request();
        if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
            request.defaultGraphs().forEach(description::addDefaultGraphURI);
            request.namedGraphs().forEach(description::addNamedGraphURI);
        } else {
            prepared.query().getGraphURIs().forEach(description::addDefaultGraphURI);
            prepared.query().getNamedGraphURIs().forEach(description::addNamedGraphURI);
        }
        return description;
    }

    /// What the engine finds when it looks for functions, for other portals, for the meter and for its executor.
    static Context settings(
            ClosedFunctions functions, Federation federation, QueryMeter meter, Vectorising vectorising) {
        Context context = ARQ.getContext().copy();
        context.set(ARQConstants.registryFunctions, functions);
        context.set(ARQConstants.registryPropertyFunctions, new NoPropertyFunctions());
        context.set(ARQConstants.symCancelQuery, meter.cancelSignal());
        RemoteServices.useIn(context, federation, meter);
        UniformTables.useIn(context);
        QC.setFactory(context, execution -> new MeteredExecutor(execution, meter, vectorising));
        Context.setCurrentDateTime(context);
        return context;
    }

    /// Whether another query may run it: nothing in it belongs to one run, as the time or hits of a search do. What is
    /// left to ARQ charges the meter of the query that it was made for.
    boolean isRepeatable() {
        return repeatable;
    }

    /// Notes how a run went: the same query on the same state goes alike.
    void ran(long nanos, long rows) {
        quick = nanos <= QUICK_NANOS && rows <= FEW_ROWS;
    }

    /// Whether it takes too little time for a thread of its own, and answers little.
    boolean isQuick() {
        return quick;
    }

    /// Charges another query from now on.
    void follow(QueryMeter query) {
        meter.follow(query);
    }

    /// Begins to run.
    QueryIterator rows() {
        return ids.map(plan -> plan.rows(meter, context))
                .orElseGet(() -> QC.execute(op, QueryIterRoot.create(context), context));
    }

    /// Begins to run for ids; nothing where a part is left to ARQ.
    Optional<Supplier<IdTable>> table(List<String> names) {
        return ids.map(plan -> () -> plan.table(names, meter));
    }

    /// Begins to run for the ids of triples; nothing where a part is left to ARQ, or new blank nodes are made.
    Optional<Supplier<TripleTable>> triples(List<Triple> template) {
        boolean blank = template.stream().anyMatch(QueryPlan::makesMore);
        return ids.filter(_ -> !blank).map(plan -> () -> plan.triples(template, meter));
    }

    private static boolean makesMore(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .anyMatch(each -> each.isBlank() || each.isTripleTerm());
    }

    DatasetGraph dataset() {
        return dataset;
    }

    List<Explained> explained() {
        return ids.map(plan -> List.of(plan.explained())).orElseGet(vectorising::explained);
    }

    /// Lets go of what the run made.
    void forget() {
        ids.ifPresent(IdPlan::forget);
    }
}
