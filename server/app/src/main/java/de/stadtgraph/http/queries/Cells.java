package de.stadtgraph.http.queries;

import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Values of an answer as a page shows them: labels for IRIs, numbers in the language of the page. One request.
final class Cells {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Set<String> NUMBERS =
            Set.of(XSD + "integer", XSD + "decimal", XSD + "double", XSD + "float", XSD + "int", XSD + "long");
    private static final int LONGEST = 300;

    private final Visit visit;
    private final Labels labels;

    Cells(Visit visit) {
        this.visit = visit;
        this.labels = visit.labels();
    }

    List<QueryPage.Value> row(List<Optional<Node>> row, List<String> columns) {
        List<QueryPage.Value> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String column = columns.get(i);
            values.add(row.get(i).map(node -> cell(node, column)).orElseGet(() -> new QueryPage.Value("", "", "", "")));
        }
        return values;
    }

    QueryPage.Value cell(Node node, String column) {
        if (!node.isLiteral()) {
            Labels.Label label = labels.of(node);
            return new QueryPage.Value(label.text(), visit.hrefs().of(node).orElse(""), label.tag(), "");
        }
        String text = node.getLiteralLexicalForm();
        OptionalDouble number = number(node);
        if (number.isPresent() && !isYear(column)) {
            return new QueryPage.Value(visit.phrases().decimal(number.getAsDouble()), "", "", text);
        }
        String tag = node.getLiteralLanguage();
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
        return new QueryPage.Value(shown, "", tag.equals(visit.language().tag()) ? "" : tag, "");
    }

    /// What a chart calls a value.
    String name(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : labels.of(node).text();
    }

    /// The number of a literal, if it is one.
    static OptionalDouble number(Node node) {
        if (!node.isLiteral() || !NUMBERS.contains(node.getLiteralDatatypeURI())) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(node.getLiteralLexicalForm());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /// A year has no separator of thousands.
    private static boolean isYear(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return name.contains("year") || name.contains("jahr");
    }

    static boolean isNumeric(List<Optional<Node>> column) {
        return column.stream().limit(50).anyMatch(value -> value.isPresent())
                && column.stream()
                        .limit(50)
                        .flatMap(Optional::stream)
                        .allMatch(node -> number(node).isPresent());
    }
}
