package de.stadtgraph.query;

import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;

/// The first rows of an answer, and whether there are more than the caller asked for. One query.
final class FirstRows implements IteratorCloseable<Binding> {
    private final QueryIterator rows;
    private final QueryMeter meter;
    private long left;

    FirstRows(QueryIterator rows, long limit, QueryMeter meter) {
        this.rows = rows;
        this.left = limit;
        this.meter = meter;
    }

    @Override
    public boolean hasNext() {
        if (left > 0) {
            return rows.hasNext();
        }
        if (left == 0 && rows.hasNext()) {
            meter.leaveRest();
        }
        left = -1;
        return false;
    }

    @Override
    public Binding next() {
        if (left <= 0) {
            throw new NoSuchElementException();
        }
        left--;
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
