package de.stadtgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.SPARQLResult;

/// The rows or the truth that a test expects, in any of the forms that the suites use.
record ExpectedRows(SPARQLResult result, String file, boolean lax) {
    private static final Node BOOLEAN =
            NodeFactory.createURI("http://www.w3.org/2001/sw/DataAccess/tests/result-set#boolean");

    static ExpectedRows of(Suite suite, Node test) {
        String file = suite.need(test, Suite.mf("result")).getURI();
        boolean lax = suite.value(test, Suite.mf("resultCardinality")).isPresent();
        return new ExpectedRows(ResultSetFactory.result(file), file, lax);
    }

    /// @param text the answer as it came
    void judge(QueryExecResult actual, String text) {
        if (result.isBoolean()) {
            assertThat(actual.booleanResult()).isEqualTo(result.getBooleanResult());
            return;
        }
        if (result.isGraph()) {
            Graph graph = RDFParser.source(file).toGraph();
            if (graph.contains(Node.ANY, BOOLEAN, Node.ANY)) {
                Node truth = graph.find(Node.ANY, BOOLEAN, Node.ANY)
                        .toList()
                        .getFirst()
                        .getObject();
                assertThat(actual.booleanResult()).isEqualTo(truth.getLiteralValue());
                return;
            }
        }
        RowSetRewindable expected =
                named(RowSet.adapt(result.isResultSet() ? result.getResultSet() : ResultSetFactory.load(file)));
        RowSetRewindable rows = named(actual.rowSet());
        List<String> texts = texts(expected);
        assertThat(texts(rows)).as(text).containsExactlyInAnyOrderElementsOf(texts);
        if (texts.toString().contains("_:")) {
            expected.reset();
            rows.reset();
            assertThat(ResultsCompare.equalsByValue((RowSet) rows, (RowSet) expected))
                    .as(text)
                    .isTrue();
        }
    }

    /// Each row as a text, numbers by their value, all blank nodes alike.
    private static List<String> texts(RowSet rows) {
        List<String> texts = new ArrayList<>();
        rows.forEachRemaining(row -> {
            SortedMap<String, String> values = new TreeMap<>();
            row.forEach((variable, value) -> values.put(variable.getVarName(), text(value)));
            texts.add(values.toString());
        });
        return texts;
    }

    private static String text(Node node) {
        if (node.isBlank()) {
            return "_:";
        }
        NodeValue value = NodeValue.makeNode(node);
        if (value.isBoolean()) {
            return String.valueOf(value.getBoolean());
        }
        return value.isNumber() ? value.getDouble() + " " + node.getLiteralDatatypeURI() : node.toString();
    }

    /// The rows with files by their name alone, since the forms differ in whether it is resolved; each row once where
    /// the test leaves open how often.
    private RowSetRewindable named(RowSet rows) {
        List<Binding> all = new ArrayList<>();
        Set<Binding> seen = new HashSet<>();
        rows.forEachRemaining(row -> {
            var builder = BindingFactory.builder();
            row.forEach((variable, value) -> builder.add(variable, named(value)));
            Binding renamed = builder.build();
            if (!lax || seen.add(renamed)) {
                all.add(renamed);
            }
        });
        return RowSetStream.create(rows.getResultVars(), all.iterator()).rewindable();
    }

    private static Node named(Node value) {
        if (!value.isURI() || (value.getURI().contains(":") && !value.getURI().startsWith("file:"))) {
            return value;
        }
        return NodeFactory.createURI("file:" + value.getURI().replaceAll(".*/", ""));
    }
}
