package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.plan.Scan;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/// What a pattern sees while it is compiled.
///
/// @param view which graphs
/// @param graph the variable of `GRAPH ?g`, else nothing
/// @param correlated whether an expression inside could mean a variable outside: in EXISTS, and behind the first
///     element of a sequence
record Scope(Scan.View view, @Nullable Var graph, boolean correlated) {
    static Scope root() {
        return new Scope(Scan.View.UNION, null, false);
    }

    Scope inside() {
        return new Scope(view, graph, true);
    }

    /// Inside GRAPH.
    Scope graph(Node name, long id) {
        return name instanceof Var variable
                ? new Scope(Scan.View.EACH, variable, correlated)
                : new Scope(Scan.View.of(id), null, correlated);
    }
}
