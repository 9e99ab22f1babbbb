package de.stadtgraph.snapshot.arq;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;

/// Evaluates each operator in id space if it can be done wholly there, else by ARQ, which asks again for its parts.
public final class SnapshotExecutor extends OpExecutor {
    private final Vectorising vectorising;

    private SnapshotExecutor(ExecutionContext context, Vectorising vectorising) {
        super(context);
        this.vectorising = vectorising;
    }

    /// For `QC.setFactory` of one query's context.
    public static OpExecutorFactory factory(Vectorising vectorising) {
        return context -> new SnapshotExecutor(context, vectorising);
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        if (input.isJoinIdentity()) {
            QueryIterator rows = vectorising.rows(op, execCxt);
            if (rows != null) {
                input.close();
                return rows;
            }
        }
        return super.exec(op, input);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return new ExactPaths(path.getTriplePath(), input, execCxt);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return input.isJoinIdentity() ? super.execute(distinct, input) : joined(distinct, input);
    }

    @Override
    protected QueryIterator execute(OpReduced reduced, QueryIterator input) {
        return input.isJoinIdentity() ? super.execute(reduced, input) : joined(reduced, input);
    }

    /// A sub-select removes its own repeats only: ARQ would remove those of the rows outside of it, too.
    private QueryIterator joined(Op subSelect, QueryIterator input) {
        return Join.join(input, exec(subSelect, root()), execCxt);
    }
}
