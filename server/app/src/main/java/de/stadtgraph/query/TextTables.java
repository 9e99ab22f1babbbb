package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.store.Generation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;

/// Puts what the full text finds in the place of `text:query`: a table of things, or a table of literals that joins
/// with
/// the statements that have them, whatever engine runs it. One query.
final class TextTables extends TransformCopy {
    static final Node QUERY = NodeFactory.createURI("http://jena.apache.org/text#query");

    private static final int MOST_THINGS = 1000;
    private static final int MOST_LITERALS = 100_000;

    private final TextSearch search;
    private final Generation generation;
    private int searches;

    /// @param generation is searched
    TextTables(TextSearch search, Generation generation) {
        this.search = search;
        this.generation = generation;
    }

    Op rewrite(Op op) {
        return Transformer.transformSkipService(this, op);
    }

    /// Whether anything was looked for.
    boolean hasSearched() {
        return searches > 0;
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
        List<Op> found = new ArrayList<>();
        for (Triple triple : asked) {
            List<Node> wanted = nodes(pattern, triple.getSubject(), used);
            found.add(found(TextCall.of(wanted, nodes(pattern, triple.getObject(), used))));
        }
        BasicPattern rest = new BasicPattern();
        pattern.forEach(triple -> {
            if (!used.contains(triple)) {
                rest.add(triple);
            }
        });
        Op joined = new OpBGP(rest);
        for (Op each : found) {
            joined = rest.isEmpty() && joined instanceof OpBGP ? each : OpJoin.create(each, joined);
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

    private Op found(TextCall call) {
        if (generation.index().isEmpty() && generation.quads() > 0) {
            throw new ServerException(
                    ErrorCode.QUERY_SYNTAX,
                    new Text(
                            "text:query fragt einen Index der veröffentlichten Daten; Dateien haben keinen. Dort geht"
                                    + " FILTER mit CONTAINS und REGEX.",
                            "text:query asks an index of what is published; files have none. FILTER with CONTAINS and"
                                    + " REGEX works there."));
        }
        searches++;
        return call.isOfThings() ? things(call) : statements(call);
    }

    private Op things(TextCall call) {
        int limit = Math.min(MOST_THINGS, call.limit().orElse(MOST_THINGS));
        return OpTable.create(table(
                search.things(generation, call.words(), limit),
                call.thing(),
                call.score().orElse(hidden("score"))));
    }

    /// The literals joined with the statements that have them.
    private Op statements(TextCall call) {
        Node literal = call.literal().orElse(hidden("literal"));
        Node score = call.score().orElse(hidden("score"));
        Node property = call.property().orElse(hidden("property"));
        Op found = OpTable.create(table(literals(call), literal, score));
        if (!call.properties().isEmpty()) {
            found = OpJoin.create(OpTable.create(properties(call, property)), found);
        }
        var pattern = new BasicPattern();
        pattern.add(Triple.create(call.thing(), property, literal));
        Op statements = new OpBGP(pattern);
        Op joined = OpJoin.create(
                found,
                call.graph().<Op>map(graph -> new OpGraph(graph, statements)).orElse(statements));
        if (call.limit().isEmpty() || !Var.isVar(score)) {
            return joined;
        }
        var best = List.of(new SortCondition(score, Query.ORDER_DESCENDING));
        return new OpSlice(new OpOrder(joined, best), 0, call.limit().getAsInt());
    }

    private List<TextSearch.Match> literals(TextCall call) {
        int most = Math.min(MOST_LITERALS, call.limit().orElse(MOST_LITERALS));
        var request = new TextSearch.LiteralRequest(call.words(), call.properties(), call.language(), most + 1);
        List<TextSearch.Match> found = search.literals(generation, request);
        if (found.size() > MOST_LITERALS) {
            throw new ServerException(
                            ErrorCode.QUERY_OVER_BUDGET,
                            new Text(
                                    "text:query findet mehr als 100.000 verschiedene Literale; mehr Wörter, eine"
                                            + " Eigenschaft oder eine Höchstzahl angeben.",
                                    "text:query finds more than 100,000 different literals; give more words, a"
                                            + " property or a largest number."))
                    .with("limit", MOST_LITERALS);
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private static Node hidden(String name) {
        return Var.alloc("?text-" + name);
    }

    private static Table properties(TextCall call, Node place) {
        Table table = TableFactory.create();
        for (Node property : call.properties()) {
            BindingBuilder row = Binding.builder();
            if (put(row, place, property)) {
                table.addBinding(row.build());
            }
        }
        return table;
    }

    private static Table table(List<TextSearch.Match> found, Node place, Node scorePlace) {
        Table table = TableFactory.create();
        for (TextSearch.Match match : found) {
            Node score = NodeFactory.createLiteralDT(Double.toString(match.score()), XSDDatatype.XSDdouble);
            BindingBuilder row = Binding.builder();
            if (put(row, place, match.node()) && put(row, scorePlace, score)) {
                table.addBinding(row.build());
            }
        }
        return table;
    }

    /// Gives a variable its value; false when the query names another one.
    private static boolean put(BindingBuilder row, Node place, Node value) {
        if (Var.isVar(place)) {
            row.add(Var.alloc(place), value);
            return true;
        }
        return place.equals(value);
    }
}
