package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.store.Generation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

/// Puts what the full text finds in the place of `text:query`: a table of things, or a table of literals that joins
/// with
/// the statements that have them, whatever engine runs it. One query.
final class TextTables extends TransformCopy {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final Node FIRST = NodeFactory.createURI(RDF + "first");
    private static final Node REST = NodeFactory.createURI(RDF + "rest");
    private static final Node NIL = NodeFactory.createURI(RDF + "nil");

    static final Node QUERY = NodeFactory.createURI("http://jena.apache.org/text#query");

    private static final int MOST_THINGS = 1000;
    private static final int MOST_LITERALS = 100_000;
    private static final int MOST_SEARCHES = 8;

    /// What a row of a table takes, its terms included.
    private static final long ROW_BYTES = 400;

    private final TextSearch search;
    private final Generation generation;
    private final Meter meter;
    private final boolean allGraphs;
    private int searches;

    /// @param generation is searched
    /// @param meter is charged for what is found
    /// @param allGraphs whether the query reads all graphs, so that the best literals are in the best statements
    TextTables(TextSearch search, Generation generation, Meter meter, boolean allGraphs) {
        this.search = search;
        this.generation = generation;
        this.meter = meter;
        this.allGraphs = allGraphs;
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
        List<Node> members = new ArrayList<>();
        Set<Triple> spent = new HashSet<>();
        Set<Node> seen = new HashSet<>();
        Node at = node;
        while (!at.equals(NIL)) {
            Optional<Triple> first = only(pattern, at, FIRST);
            Optional<Triple> rest = only(pattern, at, REST);
            if (first.isEmpty() || rest.isEmpty() || !seen.add(at)) {
                return List.of(node); // no list, or one without end
            }
            members.add(first.get().getObject());
            spent.add(first.get());
            spent.add(rest.get());
            at = rest.get().getObject();
        }
        used.addAll(spent);
        return members;
    }

    private static Optional<Triple> only(BasicPattern pattern, Node subject, Node property) {
        return pattern.getList().stream()
                .filter(triple -> triple.getSubject().equals(subject)
                        && triple.getPredicate().equals(property))
                .findFirst();
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
        if (++searches > MOST_SEARCHES) {
            throw new ServerException(
                            ErrorCode.QUERY_TOO_COMPLEX,
                            new Text(
                                    "Eine Anfrage darf text:query höchstens " + MOST_SEARCHES + "-mal enthalten.",
                                    "A query may have text:query at most " + MOST_SEARCHES + " times."))
                    .with("limit", MOST_SEARCHES);
        }
        meter.step(1); // ends a query that is over its time
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
        int most = allGraphs && call.isOpen() ? call.limit().orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
        var request = new TextSearch.LiteralRequest(
                call.words(), call.properties(), call.language(), Math.min(most, MOST_LITERALS + 1));
        List<TextSearch.Match> found = search.literals(generation, request);
        if (found.size() > MOST_LITERALS) {
            throw new ServerException(
                            ErrorCode.QUERY_OVER_BUDGET,
                            new Text(
                                    "text:query findet mehr als 100.000 verschiedene Literale; mehr Wörter, eine"
                                            + " Eigenschaft oder eine kleinere Höchstzahl angeben.",
                                    "text:query finds more than 100,000 different literals; give more words, a"
                                            + " property or a smaller largest number."))
                    .with("limit", MOST_LITERALS);
        }
        return found;
    }

    /// A variable of this search alone that no query can name.
    private Node hidden(String name) {
        return Var.alloc("?text" + searches + "-" + name);
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

    private Table table(List<TextSearch.Match> found, Node place, Node scorePlace) {
        meter.step(found.size());
        meter.hold(found.size() * ROW_BYTES);
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
