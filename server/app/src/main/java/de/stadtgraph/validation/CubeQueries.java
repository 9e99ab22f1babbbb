package de.stadtgraph.validation;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.arq.SnapshotExecutor;
import de.stadtgraph.snapshot.arq.Vectorising;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.binding.BindingLib;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/// Rules of a cube by the snapshot engine. The engine begins with the single empty row, so what is bound beforehand is
/// put into the query, as ARQ does it too (SHACL, section 5.3.1), and beside each of its rows. Stateless.
final class CubeQueries implements QueryEngineFactory {
    private CubeQueries() {}

    /// Lets queries with this context run by the snapshot engine, until the deadline.
    static void useIn(Context context, Deadline deadline) {
        var engines = new QueryEngineRegistry();
        engines.add(new CubeQueries());
        QueryEngineRegistry.set(context, engines);
        QC.setFactory(context, SnapshotExecutor.factory(new Vectorising(meter(deadline), _ -> {})));
    }

    private static Meter meter(Deadline deadline) {
        return new Meter() {
            @Override
            public void step(long rows) {
                deadline.look();
            }

            @Override
            public void hold(long bytes) {}

            @Override
            public void free(long bytes) {}
        };
    }

    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
        return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding bound, Context context) {
        return new Engine(query, dataset, bound, context).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
        return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding bound, Context context) {
        return new Engine(op, dataset, bound, context).getPlan();
    }

    private static final class Engine extends QueryEngineMain {
        Engine(Query query, DatasetGraph dataset, Binding bound, Context context) {
            super(query, dataset, bound, context);
        }

        Engine(Op op, DatasetGraph dataset, Binding bound, Context context) {
            super(op, dataset, bound, context);
        }

        @Override
        public QueryIterator eval(Op op, DatasetGraph dataset, Binding bound, Context context) {
            QueryIterator rows =
                    super.eval(Transformer.transform(new AssignedOnce(), op), dataset, BindingFactory.root(), context);
            return QueryIterPlainWrapper.create(Iter.map(rows, row -> BindingLib.merge(bound, row)), null);
        }
    }

    /// ARQ binds beforehand by assigning the value in every sub-select. Where a part has it already it is the same
    /// value,
    /// and an assignment to what is bound is nothing that the engine knows.
    private static final class AssignedOnce extends TransformCopy {
        @Override
        public Op transform(OpExtend extend, Op part) {
            Set<Var> bound = OpVars.fixedVars(part);
            var kept = new VarExprList();
            extend.getVarExprList().forEachVarExpr((variable, value) -> {
                if (!value.isConstant() || !bound.contains(variable)) {
                    kept.add(variable, value);
                }
            });
            return kept.isEmpty() ? part : OpExtend.create(part, kept);
        }
    }
}
