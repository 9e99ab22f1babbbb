package de.stadtgraph.http.dereference;

import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.Skos;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/// A concept scheme as a table (RFC 4180): one row a concept, in the order of its tree. Stateless.
final class SchemeTable {
    static final String SUFFIX = ".csv";
    private static final Offer OFFER = new Offer(List.of(MediaTypes.CSV), MediaTypes.CSV);
    private static final List<String> COLUMNS = List.of("iri", "notation", "label_de", "label_en", "broader");

    private SchemeTable() {}

    /// Whether a path asks for the table of a scheme: `/doc/kos/{scheme}.csv`.
    static boolean isAsked(String path) {
        return path.matches("/doc/kos/[^/]+\\.csv");
    }

    /// Answers `/doc/kos/{scheme}.csv`.
    static void answer(Visit visit) {
        String path = visit.context().req().getRequestURI();
        String document = path.substring(0, path.length() - SUFFIX.length());
        Negotiated negotiated =
                ContentNegotiation.choose(visit.context(), OFFER, Optional.of(MediaTypes.CSV), document);
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        DatasetGraph data = visit.generation().data();
        SchemeTree tree = SchemeTree.of(data, Things.find(visit, document.substring("/doc".length())));
        if (tree.roots().isEmpty()) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Nur Kodelisten gibt es als Tabelle.", "Only code lists are there as tables."));
        }
        List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
        tree.all().stream().filter(SchemeTree.Branch::own).forEach(branch -> rows.add(row(data, branch)));
        String text = rows.stream().map(SchemeTable::line).collect(Collectors.joining());
        visit.send(negotiated, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> row(DatasetGraph data, SchemeTree.Branch branch) {
        Node concept = branch.concept();
        String broader = SchemeTree.broader(data, concept).map(Node::getURI).orElse("");
        return List.of(
                concept.toString(), branch.notation(), label(data, concept, "de"), label(data, concept, "en"), broader);
    }

    private static String label(DatasetGraph data, Node concept, String language) {
        var labels = data.findNG(Node.ANY, concept, Skos.PREF_LABEL, Node.ANY);
        while (labels.hasNext()) {
            Node label = labels.next().getObject();
            if (label.isLiteral() && label.getLiteralLanguage().equals(language)) {
                return label.getLiteralLexicalForm();
            }
        }
        return "";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SchemeTable::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        return text.matches("(?s)[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
