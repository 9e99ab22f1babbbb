package de.stadtgraph.snapshot.arq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/// The answer of one query on one dataset as sorted lines of exact terms; blank nodes go by the name the data give
/// them.
final class Differential {
    /// STR of a blank node, or UCASE of it: the index puts the name of the release before the label.
    private static final Pattern LABEL = Pattern.compile("_:(?:test|TEST)(?:\\\\u0001|\u0001)?(blank|BLANK)");

    /// A double of many digits, as arithmetic makes it.
    private static final Pattern LONG_DOUBLE =
            Pattern.compile("\"(-?[0-9]\\.[0-9]{11,}E[0-9-]+)\"(?=\\^\\^<http://www.w3.org/2001/XMLSchema#double>)");

    private Differential() {}

    /// The rows as lines; `order` keeps the order of the rows.
    static List<String> rows(Query query, DatasetGraph dataset, Context context, boolean ordered) {
        Map<Node, String> blanks = blankNames(dataset);
        List<String> lines = new ArrayList<>();
        try (QueryExec execution =
                QueryExec.dataset(dataset).query(query).context(context).build()) {
            if (query.isAskType()) {
                return List.of(Boolean.toString(execution.ask()));
            }
            RowSet rows = execution.select();
            while (rows.hasNext()) {
                lines.add(line(rows.next(), rows.getResultVars(), blanks));
            }
        }
        if (isSummed(query)) {
            lines.replaceAll(Differential::rounded);
        }
        if (!ordered) {
            lines.sort(null);
        }
        return lines;
    }

    private static boolean isSummed(Query query) {
        String text = query.toString().toUpperCase(Locale.ROOT);
        return text.contains("SUM(") || text.contains("AVG(");
    }

    /// Sums of doubles depend on the order of the rows, which is nobody's business: their last digits are not compared.
    private static String rounded(String line) {
        return LONG_DOUBLE
                .matcher(line)
                .replaceAll(found -> String.format(Locale.ROOT, "\"%.9e\"", Double.parseDouble(found.group(1))));
    }

    private static String line(Binding row, List<Var> variables, Map<Node, String> blanks) {
        StringBuilder text = new StringBuilder();
        for (Var variable : variables) {
            Node value = row.get(variable);
            text.append(value == null ? "-" : blanks.getOrDefault(value, show(value)))
                    .append(" | ");
        }
        return text.toString();
    }

    private static String show(Node value) {
        return value.isBlank()
                ? "_:new"
                : LABEL.matcher(NodeFmtLib.strNT(value)).replaceAll("_:$1");
    }

    private static Map<Node, String> blankNames(DatasetGraph dataset) {
        Map<Node, String> names = new HashMap<>();
        dataset.find(Node.ANY, Node.ANY, RandomGraph.NAME, Node.ANY)
                .forEachRemaining((Quad quad) ->
                        names.put(quad.getSubject(), "_:" + quad.getObject().getLiteralLexicalForm()));
        return names;
    }
}
