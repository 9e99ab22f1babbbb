package de.stadtgraph.validation;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;

/// ARQ's executor with a look at the time at every row of every operator: its joins of tables are made while the query
/// is planned, before its own clock can end them. For one thread.
final class GuardedExecutor extends OpExecutor {
    private final Deadline deadline;

    GuardedExecutor(ExecutionContext context, Deadline deadline) {
        super(context);
        this.deadline = deadline;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        return new Guarded(super.exec(op, input), deadline);
    }

    /// Rows that end with the time.
    private static final class Guarded extends QueryIteratorWrapper {
        private final Deadline deadline;

        Guarded(QueryIterator rows, Deadline deadline) {
            super(rows);
            this.deadline = deadline;
        }

        @Override
        protected boolean hasNextBinding() {
            boolean more = super.hasNextBinding();
            // A filter takes the end of the time inside an expression for an error of the row and goes on.
            deadline.check();
            return more;
        }
    }
}
