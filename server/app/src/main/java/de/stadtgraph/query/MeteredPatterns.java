package de.stadtgraph.query;

import de.stadtgraph.federation.Federation;
import de.stadtgraph.snapshot.arq.Vectorising;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/// Evaluates patterns for an engine that is not ours, such as that of updates: inspected again as that engine has
/// parsed them, with guarded expressions, each row held, since an update keeps them all. Belongs to one piece of
/// work.
///
/// @param limits what a pattern may look like
/// @param functions what it may call
/// @param meter the account
record MeteredPatterns(QueryLimits limits, ClosedFunctions functions, QueryMeter meter) implements QueryEngineFactory {

    /// A context in which every engine asks this one.
    static Context context(QueryLimits limits, ClosedFunctions functions, QueryMeter meter) {
        Context context = QueryPlan.settings(functions, Federation.none(), meter, new Vectorising(meter, _ -> {}));
        QueryEngineRegistry engines = new QueryEngineRegistry();
        engines.add(new MeteredPatterns(limits, functions, meter));
        QueryEngineRegistry.set(context, engines);
        return context;
    }

    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
        return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
        return create(Algebra.compile(query), dataset, input, context);
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
        return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
        new QueryInspection(limits.text(), functions, Set.of()).inspect(op);
        return new Engine(GuardedExpressions.rewrite(op, new PlanMeter(meter)), dataset, input, context).getPlan();
    }

    private final class Engine extends QueryEngineMain {
        Engine(Op op, DatasetGraph dataset, Binding input, Context context) {
            super(op, dataset, input, context);
        }

        @Override
        public QueryIterator eval(Op op, DatasetGraph dataset, Binding input, Context context) {
            QueryIterator rows = super.eval(op, dataset, input, context);
            return QueryIterPlainWrapper.create(new MeteredRows(rows, meter, MeteredExecutor::bytes), null);
        }
    }
}
