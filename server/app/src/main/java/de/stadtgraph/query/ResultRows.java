package de.stadtgraph.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/// The rows of a SELECT while it runs; each is charged when it is taken. Read once, on the query's thread.
public final class ResultRows {
    private final RowSet set;

    ResultRows(RowSet set) {
        this.set = set;
    }

    /// Names of the variables, in order.
    public List<String> variables() {
        return set.getResultVars().stream().map(Var::getVarName).toList();
    }

    public boolean hasNext() {
        return set.hasNext();
    }

    /// The next row, a value for each variable; nothing where it is unbound.
    public List<Optional<Node>> next() {
        Binding row = set.next();
        List<Optional<Node>> values = new ArrayList<>();
        set.getResultVars().forEach(variable -> values.add(Optional.ofNullable(row.get(variable))));
        return values;
    }

    /// The next rows, so many at the most; what comes after them stays here.
    public ResultRows first(long count) {
        return new ResultRows(RowSetStream.create(set.getResultVars(), new First(set, count)));
    }

    /// Leaves the rows behind it alone: it closes nothing.
    private static final class First implements Iterator<Binding> {
        private final RowSet rows;
        private long left;

        First(RowSet rows, long left) {
            this.rows = rows;
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && rows.hasNext();
        }

        @Override
        public Binding next() {
            left--;
            return rows.next();
        }
    }

    RowSet set() {
        return set;
    }
}
