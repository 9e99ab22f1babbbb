package de.stadtgraph.snapshot.arq;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.jspecify.annotations.Nullable;

/// A row of ids as ARQ's binding: a term is made when it is asked for. One query.
final class IdBinding extends BindingBase {
    private final Var[] variables;
    private final long[] ids;
    private final QueryTerms terms;

    IdBinding(Var[] variables, long[] ids, QueryTerms terms) {
        this(noParent(), variables, ids, terms);
    }

    private IdBinding(@Nullable Binding parent, Var[] variables, long[] ids, QueryTerms terms) {
        super(parent);
        this.variables = variables;
        this.ids = ids;
        this.terms = terms;
    }

    private static @Nullable Binding noParent() {
        return null;
    }

    long[] ids() {
        return ids;
    }

    @Override
    protected Iterator<Var> vars1() {
        List<Var> bound = new ArrayList<>(variables.length);
        for (int i = 0; i < variables.length; i++) {
            if (ids[i] != 0) {
                bound.add(variables[i]);
            }
        }
        return bound.iterator();
    }

    @Override
    protected int size1() {
        int size = 0;
        for (long id : ids) {
            size += id == 0 ? 0 : 1;
        }
        return size;
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    @Override
    protected boolean contains1(Var variable) {
        return id(variable) != 0;
    }

    @Override
    protected @Nullable Node get1(Var variable) {
        return terms.node(id(variable));
    }

    private long id(Var variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return ids[i];
            }
        }
        return 0;
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
        return new IdBinding(parent, variables, ids, terms);
    }
}
