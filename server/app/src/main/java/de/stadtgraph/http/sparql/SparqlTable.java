package de.stadtgraph.http.sparql;

import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Visit;
import de.stadtgraph.http.sparql.SparqlPage.Cell;
import de.stadtgraph.query.ResultRows;
import de.stadtgraph.query.ResultSink;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;

/// Collects an answer for a page, at most [Endpoint#SHOWN_ROWS] rows. One answer.
final class SparqlTable implements ResultSink {
    private static final Cell UNBOUND = Cell.of("");

    private final Visit visit;
    private final Labels labels;
    private final List<String> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private String text = "";
    private boolean cut;

    SparqlTable(Visit visit) {
        this.visit = visit;
        this.labels = visit.labels();
    }

    @Override
    public void rows(ResultRows table) {
        columns.addAll(table.variables());
        while (table.hasNext()) {
            List<Optional<Node>> row = table.next();
            if (rows.size() == Endpoint.SHOWN_ROWS) {
                cut = true;
                return;
            }
            rows.add(row.stream()
                    .map(value -> value.map(this::cell).orElse(UNBOUND))
                    .toList());
        }
    }

    private Cell cell(Node node) {
        if (node.isURI()) {
            Labels.Label label = labels.find(node).orElseGet(() -> new Labels.Label(node.getURI(), ""));
            return new Cell(label.text(), visit.hrefs().of(node).orElse(""), node.getURI(), label.tag(), false);
        }
        return node.isLiteral()
                ? new Cell(node.getLiteralLexicalForm(), "", "", node.getLiteralLanguage(), isNumber(node))
                : Cell.of(node.toString());
    }

    private static boolean isNumber(Node literal) {
        return literal.getLiteralDatatype() instanceof XSDDatatype type
                && type.getJavaClass() != null
                && Number.class.isAssignableFrom(type.getJavaClass());
    }

    @Override
    public void truth(boolean answer) {
        text = visit.word(answer ? "sparql.yes" : "sparql.no");
    }

    @Override
    public void triples(Iterator<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        while (triples.hasNext()) {
            Triple triple = triples.next();
            if (graph.size() == Endpoint.SHOWN_ROWS) {
                cut = true;
                break;
            }
            graph.add(triple);
        }
        text = RDFWriter.create().source(graph).lang(Lang.TURTLE).asString();
    }

    SparqlPage page(String query, Workbench workbench) {
        return new SparqlPage(SparqlPage.frame(visit), query, columns, rows, text, cut, true, workbench);
    }
}
