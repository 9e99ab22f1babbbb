package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.exec.Rows;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;

/// The rows of a plan as ARQ's bindings. One query.
final class IdBindings extends QueryIter {
    private final Rows rows;
    private final Var[] variables;
    private final QueryTerms terms;
    private final long[][] batch;
    private int size;
    private int at;

    IdBindings(Rows rows, Var[] variables, QueryTerms terms, ExecutionContext context) {
        super(context);
        this.rows = rows;
        this.variables = variables;
        this.terms = terms;
        this.batch = Rows.columns(variables.length);
    }

    @Override
    protected boolean hasNextBinding() {
        if (at < size) {
            return true;
        }
        size = rows.next(batch);
        at = 0;
        return size > 0;
    }

    @Override
    protected Binding moveToNextBinding() {
        long[] ids = new long[variables.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = batch[i][at];
        }
        at++;
        return new IdBinding(variables, ids, terms);
    }

    @Override
    protected void closeIterator() {
        rows.close();
    }

    @Override
    protected void requestCancel() {
        // the meter is asked in every loop
    }
}
