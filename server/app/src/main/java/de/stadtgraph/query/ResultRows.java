package de.stadtgraph.query;

import de.stadtgraph.snapshot.write.IdTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/// The rows of a SELECT while it runs; each is charged when it is taken. Read once, as terms or as ids, on the query's
/// thread.
public final class ResultRows {
    private final List<Var> variables;
    private final Supplier<RowSet> terms;
    private final Optional<Supplier<IdTable>> ids;
    private @Nullable RowSet opened;

    /// @param terms begins to run the query for terms
    /// @param ids begins to run it for ids, if it can be run so
    ResultRows(List<Var> variables, Supplier<RowSet> terms, Optional<Supplier<IdTable>> ids) {
        this.variables = variables;
        this.terms = terms;
        this.ids = ids;
    }

    /// Names of the variables, in order.
    public List<String> variables() {
        return variables.stream().map(Var::getVarName).toList();
    }

    public boolean hasNext() {
        return set().hasNext();
    }

    /// The next row, a value for each variable; nothing where it is unbound.
    public List<Optional<Node>> next() {
        Binding row = set().next();
        List<Optional<Node>> values = new ArrayList<>();
        variables.forEach(variable -> values.add(Optional.ofNullable(row.get(variable))));
        return values;
    }

    RowSet set() {
        RowSet set = opened;
        if (set == null) {
            set = terms.get();
            opened = set;
        }
        return set;
    }

    /// All rows as ids; nothing where the query is not wholly done in them.
    Optional<IdTable> ids() {
        return ids.map(Supplier::get);
    }
}
