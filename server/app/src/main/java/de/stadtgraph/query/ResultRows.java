package de.stadtgraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

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

    RowSet set() {
        return set;
    }
}
