package de.stadtgraph.query;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Rows as an Excel workbook: cells are text, so that codes keep their leading zeros and nothing is run as a formula;
/// a second sheet says where they come from. Streamed in pieces of 1,000 rows. One answer.
final class SpreadsheetRows implements ResultSink {
    private static final int PIECE = 1_000;
    private static final int MOST_ROWS = 1_048_575;
    private static final int MOST_CHARS = 32_767;

    private final OutputStream out;
    private final Origin origin;

    SpreadsheetRows(OutputStream out, Origin origin) {
        this.out = out;
        this.origin = origin;
    }

    @Override
    public void rows(ResultRows rows) throws IOException {
        Workbook workbook = new Workbook(out, "Stadtgraph", "1.0");
        Worksheet sheet = workbook.newWorksheet("Ergebnis");
        List<String> variables = rows.variables();
        for (int column = 0; column < variables.size(); column++) {
            sheet.value(0, column, variables.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        int at = 0;
        while (rows.hasNext()) {
            at++;
            row(sheet, at, rows.next());
            if (at % PIECE == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
        source(workbook);
        workbook.finish();
    }

    private static void row(Worksheet sheet, int at, List<Optional<Node>> row) {
        if (at > MOST_ROWS) {
            throw new QueryStopped(QueryStopped.Which.ROWS, MOST_ROWS);
        }
        for (int column = 0; column < row.size(); column++) {
            if (row.get(column).isPresent()) {
                sheet.inlineString(at, column, text(row.get(column).get()));
            }
        }
    }

    private static String text(Node node) {
        String text = node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : "_:" + node;
        if (text.length() > MOST_CHARS) {
            throw new QueryStopped(QueryStopped.Which.STRING, MOST_CHARS);
        }
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
    }

    private void source(Workbook workbook) throws IOException {
        Worksheet sheet = workbook.newWorksheet("Quelle – Source");
        sheet.inlineString(0, 0, "Datenstand / data state");
        sheet.inlineString(0, 1, origin.state());
        sheet.inlineString(1, 0, "Anfrage / query");
        String query = origin.query();
        sheet.inlineString(1, 1, query.length() > MOST_CHARS ? query.substring(0, MOST_CHARS) : query);
        sheet.finish();
    }

    @Override
    public void truth(boolean answer) {
        throw new UnsupportedOperationException("rows only");
    }

    @Override
    public void triples(Iterator<Triple> triples) {
        throw new UnsupportedOperationException("rows only");
    }
}
