package de.stadtgraph.query;

import java.util.function.ToLongFunction;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;

/// The rows of an operator: each charges a step, and the bytes that the next operator keeps of it. One query.
///
/// @param rows the operator's result
/// @param meter the account
/// @param kept bytes to be kept of a row, 0 for none
record MeteredRows(QueryIterator rows, QueryMeter meter, ToLongFunction<Binding> kept)
        implements IteratorCloseable<Binding> {
    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Binding next() {
        Binding row = rows.next();
        meter.step(1);
        long bytes = kept.applyAsLong(row);
        if (bytes > 0) {
            meter.hold(bytes);
        }
        return row;
    }

    @Override
    public void close() {
        rows.close();
    }
}
