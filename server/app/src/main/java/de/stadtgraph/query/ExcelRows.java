package de.stadtgraph.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;

/// CSV as German spreadsheets open it: byte order mark, semicolons, decimal commas, and an apostrophe before a cell
/// that would be run as a formula. Not the format of SPARQL 1.1, which is exact. One answer.
public final class ExcelRows implements ResultSink {
    private static final String FORMULA = "=+-@\t\r";

    private final OutputStream out;

    ExcelRows(OutputStream out) {
        this.out = out;
    }

    @Override
    public void rows(ResultRows rows) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        write(String.join(";", rows.variables().stream().map(ExcelRows::cell).toList()));
        while (rows.hasNext()) {
            List<Optional<Node>> row = rows.next();
            write(String.join(
                    ";",
                    row.stream()
                            .map(value -> value.map(ExcelRows::cell).orElse(""))
                            .toList()));
        }
    }

    private void write(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(Node node) {
        if (!node.isLiteral()) {
            return cell(node.isURI() ? node.getURI() : "_:" + node);
        }
        String text = node.getLiteralLexicalForm();
        NodeValue value = NodeValue.makeNode(node);
        if (value.isNumber() && text.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?")) {
            return text.replace('.', ',');
        }
        return cell(text);
    }

    /// A text as a cell: harmless, and quoted where it must be.
    public static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
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
