package de.stadtgraph.http.queries;

import de.stadtgraph.query.ResultRows;
import de.stadtgraph.query.ResultSink;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// The answer of a stored query for a page: its first rows. One answer.
final class Rows implements ResultSink {
    /// More are not drawn; the page says so and offers the whole answer as a file.
    static final int MOST = 5000;

    private final List<List<Optional<Node>>> rows = new ArrayList<>();
    private List<String> columns = List.of();
    private boolean cut;

    @Override
    public void rows(ResultRows answer) {
        columns = answer.variables();
        while (answer.hasNext()) {
            List<Optional<Node>> row = answer.next();
            if (rows.size() == MOST) {
                cut = true;
                return;
            }
            rows.add(row);
        }
    }

    @Override
    public void truth(boolean answer) {
        columns = List.of("answer");
        Node value = NodeFactory.createLiteralDT(Boolean.toString(answer), XSDDatatype.XSDboolean);
        rows.add(List.of(Optional.of(value)));
    }

    @Override
    public void triples(Iterator<Triple> triples) {
        columns = List.of("subject", "predicate", "object");
        while (triples.hasNext()) {
            Triple triple = triples.next();
            if (rows.size() == MOST) {
                cut = true;
                return;
            }
            rows.add(List.of(
                    Optional.of(triple.getSubject()),
                    Optional.of(triple.getPredicate()),
                    Optional.of(triple.getObject())));
        }
    }

    List<String> columns() {
        return columns;
    }

    List<List<Optional<Node>>> all() {
        return rows;
    }

    boolean isCut() {
        return cut;
    }

    /// The values of a column; empty when there is no such column.
    List<Optional<Node>> column(String name) {
        int index = columns.indexOf(name);
        return index < 0 ? List.of() : rows.stream().map(row -> row.get(index)).toList();
    }
}
