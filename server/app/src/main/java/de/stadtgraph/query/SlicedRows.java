package de.stadtgraph.query;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.engine.binding.Binding;

/// An outer slice of rows that tells when rows are left over.
final class SlicedRows implements Iterator<Binding> {
    private final Iterator<Binding> rows;
    private final QueryRequest.Slice slice;
    private final Runnable leftOver;
    private long taken = -1;

    SlicedRows(Iterator<Binding> rows, QueryRequest.Slice slice, Runnable leftOver) {
        this.rows = rows;
        this.slice = slice;
        this.leftOver = leftOver;
    }

    @Override
    public boolean hasNext() {
        if (taken < 0) {
            for (long i = 0; i < slice.offset() && rows.hasNext(); i++) {
                rows.next();
            }
            taken = 0;
        }
        if (!rows.hasNext()) {
            return false;
        }
        if (taken >= slice.limit()) {
            leftOver.run();
            return false;
        }
        return true;
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        taken++;
        return rows.next();
    }
}
