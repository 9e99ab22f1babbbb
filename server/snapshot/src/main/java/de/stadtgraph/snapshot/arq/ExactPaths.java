package de.stadtgraph.snapshot.arq;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.PathLib;
import org.jspecify.annotations.Nullable;

/// Property paths by ARQ, for each input row, with ends compared as terms (SPARQL 1.1, section 18.4).
///
/// Where both ends are known, ARQ 5.6.0 compares the reached node with the end by value, so that a path to `"1"` also
/// "reaches" `"01"`. Such a path is evaluated with its end open, and the rows are compared here.
public final class ExactPaths extends QueryIterRepeatApply {
    private static final Var REACHED = Var.alloc("/reached");

    private final TriplePath path;

    public ExactPaths(TriplePath path, QueryIterator input, ExecutionContext context) {
        super(input, context);
        this.path = path;
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        Node subject = Substitute.substitute(path.getSubject(), row);
        Node object = Substitute.substitute(path.getObject(), row);
        if (!subject.isConcrete() || !object.isLiteral()) {
            return PathLib.execTriplePath(row, path, getExecContext());
        }
        QueryIterator reached =
                PathLib.execTriplePath(BindingFactory.root(), subject, path.getPath(), REACHED, getExecContext());
        return new Reached(reached, object, row, getExecContext());
    }

    /// The input row, once for each time its end is reached.
    private static final class Reached extends QueryIterProcessBinding {
        private final Node end;
        private final Binding row;

        Reached(QueryIterator reached, Node end, Binding row, ExecutionContext context) {
            super(reached, context);
            this.end = end;
            this.row = row;
        }

        @Override
        public @Nullable Binding accept(Binding found) {
            return end.equals(found.get(REACHED)) ? row : null;
        }
    }
}
