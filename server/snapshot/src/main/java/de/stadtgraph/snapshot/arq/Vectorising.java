package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.plan.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/// Runs operators of a query in id space where that is possible. Belongs to one query.
public final class Vectorising {
    /// Context symbol: set to `false`, a query runs on ARQ's own operators.
    public static final Symbol ENABLED = Symbol.create("https://stadtgraph.de/ns/vectorised");

    private final Meter meter;
    private final Consumer<String> left;
    private final List<Supplier<Explained>> plans = new ArrayList<>();
    private @Nullable Op whole;

    /// Makes the execution of one query.
    ///
    /// @param left is told why an operator was left to ARQ
    public Vectorising(Meter meter, Consumer<String> left) {
        this.meter = meter;
        this.left = left;
    }

    /// What was planned and done so far, in the order in which it began.
    public List<Explained> explained() {
        return plans.stream().map(Supplier::get).toList();
    }

    /// The plan of a whole query, which may run again and again; nothing when a part of it is left to ARQ.
    ///
    /// @param op as ARQ's optimiser leaves it
    public Optional<IdPlan> plan(Op op, ExecutionContext context) {
        whole = op;
        return Optional.ofNullable(compiled(op, context));
    }

    /// The rows of an operator whose input is the single empty row; nothing when it is left to ARQ.
    public @Nullable QueryIterator rows(Op op, ExecutionContext context) {
        IdPlan plan = op.equals(whole) ? null : compiled(op, context); // the whole is known to be too much
        return plan == null ? null : plan.rows(meter, context);
    }

    private @Nullable IdPlan compiled(Op op, ExecutionContext context) {
        SnapshotDatasetGraph dataset = snapshot(context.getDataset());
        if (dataset == null || context.getContext().isFalse(ENABLED) || !isDefaultGraph(context)) {
            return null;
        }
        try {
            QueryTerms terms = new QueryTerms(dataset.snapshot().dictionary(), meter);
            SnapshotIndex index =
                    new SnapshotIndex(dataset.indexes(), dataset.snapshot().statistics(), isUnion(dataset));
            OpCompiler compiler = new OpCompiler(index, terms, context);
            IdPlan plan = new IdPlan(compiler.compile(op, Scope.root()), compiler);
            plans.add(plan::explained);
            return plan;
        } catch (NotVectorised e) {
            left.accept(e.reason());
            plans.add(() -> Explained.left(op.getName() + ", " + e.reason()));
            return null;
        }
    }

    private static boolean isUnion(SnapshotDatasetGraph dataset) {
        return dataset.view().defaultGraphs().isEmpty();
    }

    private static boolean isDefaultGraph(ExecutionContext context) {
        return context.getActiveGraph() == null
                || ActiveGraph.isDefault(context.getActiveGraph(), context.getDataset());
    }

    private static @Nullable SnapshotDatasetGraph snapshot(DatasetGraph dataset) {
        DatasetGraph inner = dataset;
        while (inner instanceof DatasetGraphWrapper wrapper) {
            inner = wrapper.getWrapped();
        }
        return inner instanceof SnapshotDatasetGraph snapshot ? snapshot : null;
    }
}
