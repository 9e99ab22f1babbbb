package de.stadtgraph.http.sparql;

import de.stadtgraph.http.Visit;
import de.stadtgraph.http.sparql.SparqlPage.Cell;
import de.stadtgraph.query.ResultSink;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/// Collects an answer for a page, at most [Endpoint#SHOWN_ROWS] rows. One answer.
final class SparqlTable implements ResultSink {
    private final Visit visit;
    private final List<String> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private String text = "";
    private boolean cut;

    SparqlTable(Visit visit) {
        this.visit = visit;
    }

    @Override
    public void rows(RowSet set) {
        List<Var> variables = set.getResultVars();
        variables.forEach(variable -> columns.add(variable.getVarName()));
        while (set.hasNext()) {
            Binding row = set.next();
            if (rows.size() == Endpoint.SHOWN_ROWS) {
                cut = true;
                return;
            }
            rows.add(variables.stream().map(variable -> cell(row.get(variable))).toList());
        }
    }

    private Cell cell(@Nullable Node node) {
        if (node == null) {
            return new Cell("", "", "");
        }
        if (node.isURI()) {
            return new Cell(node.getURI(), visit.hrefs().of(node).orElse(""), "");
        }
        return node.isLiteral()
                ? new Cell(node.getLiteralLexicalForm(), "", node.getLiteralLanguage())
                : new Cell(node.toString(), "", "");
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

    SparqlPage page(String query) {
        return new SparqlPage(SparqlPage.frame(visit), query, columns, rows, text, cut, true);
    }
}
