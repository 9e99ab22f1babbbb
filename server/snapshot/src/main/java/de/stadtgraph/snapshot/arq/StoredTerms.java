package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.term.Dictionary;
import java.util.AbstractList;
import java.util.List;
import org.apache.jena.sparql.algebra.table.TableData;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/// VALUES of one variable with terms of the dictionary: a plan over ids takes their ids, ARQ sees terms. Immutable.
final class StoredTerms extends TableData {
    private final Var variable;
    private final long[] ids;

    StoredTerms(Var variable, long[] ids, Dictionary dictionary) {
        super(List.of(variable), new AbstractList<>() {
            @Override
            public Binding get(int index) {
                return BindingFactory.binding(variable, dictionary.node(ids[index]));
            }

            @Override
            public int size() {
                return ids.length;
            }
        });
        this.variable = variable;
        this.ids = ids;
    }

    Var variable() {
        return variable;
    }

    long[] ids() {
        return ids;
    }
}
