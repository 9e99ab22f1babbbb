package de.stadtgraph.query;

import java.util.function.ToLongFunction;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/// The rows of an operator: each is a step, and for an operator that keeps them, bytes held.
final class MeteredIterator extends QueryIter1 {
    private final QueryMeter meter;
    private final ToLongFunction<Binding> size;

    /// @param size bytes to hold for a row
    MeteredIterator(QueryIterator rows, ExecutionContext context, QueryMeter meter, ToLongFunction<Binding> size) {
        super(rows, context);
        this.meter = meter;
        this.size = size;
    }

    @Override
    protected boolean hasNextBinding() {
        return getInput().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = getInput().next();
        meter.step(1);
        long bytes = size.applyAsLong(row);
        if (bytes > 0) {
            meter.hold(bytes);
        }
        return row;
    }

    @Override
    public boolean isJoinIdentity() {
        return getInput().isJoinIdentity();
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {}
}
