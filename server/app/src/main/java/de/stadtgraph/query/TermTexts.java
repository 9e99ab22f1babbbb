package de.stadtgraph.query;

import de.stadtgraph.snapshot.write.OddTerm;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.riot.out.NodeFormatterTTL;

/// Terms that need more than a copy, as ARQ writes them. Each belongs to one answer: it knows the blank nodes so far.
final class TermTexts {
    private TermTexts() {}

    /// For TSV and Turtle.
    static OddTerm turtle() {
        return formatted(new NodeFormatterTTL(null, null));
    }

    /// For N-Triples.
    static OddTerm nTriples() {
        return formatted(new NodeFormatterNT());
    }

    private static OddTerm formatted(NodeFormatter formatter) {
        return term -> {
            var text = new IndentedLineBuffer();
            formatter.format(text, term);
            return text.asString();
        };
    }

    /// For CSV.
    static OddTerm csv() {
        Map<Node, String> blanks = new HashMap<>();
        return term -> quoted(plain(term, blanks));
    }

    private static String plain(Node term, Map<Node, String> blanks) {
        if (term.isLiteral()) {
            return term.getLiteralLexicalForm();
        }
        if (term.isURI()) {
            return term.getURI();
        }
        return term.isBlank() ? blanks.computeIfAbsent(term, _ -> "b" + blanks.size()) : "?";
    }

    private static String quoted(String text) {
        boolean quotes = text.isEmpty() || text.chars().anyMatch(each -> "\",\r\n".indexOf(each) >= 0);
        return quotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
