package de.stadtgraph.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;

/// Puts the hits of the full text in the place of `?thing text:query "words"` and
/// `(?thing ?score) text:query ("words" limit)`: a table that joins with the rest, whatever engine runs it. The words
/// are a literal of the query or a parameter; at most 1,000 hits. One query.
final class TextTables extends TransformCopy {
    static final Node QUERY = NodeFactory.createURI("http://jena.apache.org/text#query");

    private static final int MOST = 1000;

    private final BiFunction<String, Integer, List<TextSearch.Match>> search;

    private TextTables(BiFunction<String, Integer, List<TextSearch.Match>> search) {
        this.search = search;
    }

    /// @param search words and a limit to the things that fit best
    static Op rewrite(Op op, BiFunction<String, Integer, List<TextSearch.Match>> search) {
        return Transformer.transformSkipService(new TextTables(search), op);
    }

    @Override
    public Op transform(OpBGP op) {
        BasicPattern pattern = op.getPattern();
        List<Triple> asked = pattern.getList().stream()
                .filter(triple -> triple.getPredicate().equals(QUERY))
                .toList();
        if (asked.isEmpty()) {
            return op;
        }
        Set<Triple> used = new HashSet<>(asked);
        List<Table> tables = new ArrayList<>();
        for (Triple triple : asked) {
            List<Node> wanted = nodes(pattern, triple.getSubject(), used);
            tables.add(table(wanted, nodes(pattern, triple.getObject(), used)));
        }
        BasicPattern rest = new BasicPattern();
        pattern.forEach(triple -> {
            if (!used.contains(triple)) {
                rest.add(triple);
            }
        });
        Op joined = new OpBGP(rest);
        for (Table table : tables) {
            joined = OpJoin.create(OpTable.create(table), joined);
        }
        return joined;
    }

    /// The members of a list, or the one node; the statements that make the list are used up.
    private static List<Node> nodes(BasicPattern pattern, Node node, Set<Triple> used) {
        GNode list = new GNode(pattern, node);
        if (!GraphList.isListNode(list)) {
            return List.of(node);
        }
        used.addAll(GraphList.allTriples(list));
        return GraphList.members(list);
    }

    private Table table(List<Node> wanted, List<Node> asked) {
        Table table = TableFactory.create();
        if (!asked.isEmpty() && asked.getFirst().isLiteral()) {
            String words = asked.getFirst().getLiteralLexicalForm();
            for (TextSearch.Match match : search.apply(words, limit(asked))) {
                row(wanted, match).ifPresent(table::addBinding);
            }
        }
        return table;
    }

    private static int limit(List<Node> asked) {
        String limit =
                asked.size() > 1 && asked.get(1).isLiteral() ? asked.get(1).getLiteralLexicalForm() : "";
        return limit.matches("[1-9][0-9]{0,5}") ? Math.min(MOST, Integer.parseInt(limit)) : MOST;
    }

    /// The row of a match; nothing when the query names another thing.
    private static Optional<Binding> row(List<Node> wanted, TextSearch.Match match) {
        Node thing = NodeFactory.createURI(match.iri());
        Node score = NodeFactory.createLiteralDT(Double.toString(match.score()), XSDDatatype.XSDdouble);
        List<Node> values = List.of(thing, score);
        BindingBuilder row = Binding.builder();
        for (int i = 0; i < Math.min(wanted.size(), values.size()); i++) {
            Node place = wanted.get(i);
            if (Var.isVar(place)) {
                row.add(Var.alloc(place), values.get(i));
            } else if (!place.equals(values.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(row.build());
    }
}
