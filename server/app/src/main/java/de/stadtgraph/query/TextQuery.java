package de.stadtgraph.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;

/// `?thing text:query "words"`, `(?thing ?score) text:query ("words" limit)`: the things of the state whose text fits,
/// best first; at most 1,000 unless a smaller limit is given. One query.
final class TextQuery extends PropertyFunctionEval {
    /// The name that other endpoints with a text index use too.
    static final String IRI = "http://jena.apache.org/text#query";

    private static final int MOST = 1000;

    private final BiFunction<String, Integer, List<TextSearch.Match>> search;

    TextQuery(BiFunction<String, Integer, List<TextSearch.Match>> search) {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
        this.search = search;
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        List<Node> asked = nodes(object);
        List<Node> wanted = nodes(subject);
        List<Binding> rows = new ArrayList<>();
        if (!asked.isEmpty() && asked.getFirst().isLiteral()) {
            for (TextSearch.Match match : search.apply(asked.getFirst().getLiteralLexicalForm(), limit(asked))) {
                row(binding, wanted, match).ifPresent(rows::add);
            }
        }
        Iterator<Binding> all = rows.iterator();
        return QueryIterPlainWrapper.create(all, context);
    }

    private static List<Node> nodes(PropFuncArg argument) {
        return argument.isList() ? argument.getArgList() : List.of(argument.getArg());
    }

    private static int limit(List<Node> asked) {
        String limit = asked.size() > 1 && asked.get(1).isLiteral() ? asked.get(1).getLiteralLexicalForm() : "";
        return limit.matches("[0-9]{1,6}") ? Math.min(MOST, Integer.parseInt(limit)) : MOST;
    }

    /// The row with the match, if what is bound already agrees with it.
    private static Optional<Binding> row(Binding binding, List<Node> wanted, TextSearch.Match match) {
        Node thing = NodeFactory.createURI(match.iri());
        Node score = NodeFactory.createLiteralDT(Double.toString(match.score()), XSDDatatype.XSDdouble);
        List<Node> values = List.of(thing, score);
        BindingBuilder row = Binding.builder(binding);
        for (int i = 0; i < Math.min(wanted.size(), values.size()); i++) {
            Node place = wanted.get(i);
            if (place.isVariable()) {
                row.add(Var.alloc(place), values.get(i));
            } else if (!place.equals(values.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(row.build());
    }
}
