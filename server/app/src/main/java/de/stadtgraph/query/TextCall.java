package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/// What one use of `text:query` asks for; the arguments are those of jena-text:
/// `(?thing ?score ?literal ?graph ?property) text:query (property… "words" limit "lang:de")`. Immutable.
///
/// @param wanted what is asked for, in this order
/// @param properties IRIs of the properties whose values are looked through; none: of all
/// @param language the tag of the literals' language, if it is asked for
/// @param limit the best ones at the most
record TextCall(List<Node> wanted, List<Node> properties, String words, Optional<String> language, OptionalInt limit) {
    private static final int SCORE = 1;
    private static final int LITERAL = 2;
    private static final int GRAPH = 3;
    private static final int PROPERTY = 4;
    private static final String LANGUAGE = "lang:";

    TextCall {
        wanted = List.copyOf(wanted);
        properties = List.copyOf(properties);
    }

    /// Reads a call.
    ///
    /// @throws ServerException when the arguments are not these
    static TextCall of(List<Node> wanted, List<Node> asked) {
        if (wanted.isEmpty() || wanted.size() > PROPERTY + 1 || new HashSet<>(wanted).size() < wanted.size()) {
            throw wrong(
                    "davor stehen ein bis höchstens fünf verschiedene: Ding, Güte, Literal, Graph, Eigenschaft",
                    "one to at most five different ones stand before it: thing, score, literal, graph, property");
        }
        int words = 0;
        while (words < asked.size() && asked.get(words).isURI()) {
            words++;
        }
        if (words == asked.size() || !asked.get(words).isLiteral()) {
            throw wrong(
                    "die Wörter müssen in der Anfrage stehen, in Anführungszeichen und nach den Eigenschaften",
                    "the words must be written down in the query, in quotation marks and behind the properties");
        }
        Optional<String> language = Optional.empty();
        OptionalInt limit = OptionalInt.empty();
        for (Node node : asked.subList(words + 1, asked.size())) {
            String text = node.isLiteral() ? node.getLiteralLexicalForm() : "";
            if (text.matches("[1-9][0-9]{0,8}")) {
                limit = OptionalInt.of(Integer.parseInt(text));
            } else if (text.startsWith(LANGUAGE)) {
                language = Optional.of(text.substring(LANGUAGE.length()).toLowerCase(Locale.ROOT));
            } else {
                throw wrong(
                        "nach den Wörtern stehen nur eine Höchstzahl und \"lang:de\"",
                        "only a largest number and \"lang:de\" stand behind the words");
            }
        }
        String text = asked.get(words).getLiteralLexicalForm();
        List<Node> properties = asked.subList(0, words).stream().distinct().toList();
        return new TextCall(wanted, properties, text, language, limit);
    }

    private static ServerException wrong(String german, String english) {
        return new ServerException(
                ErrorCode.QUERY_SYNTAX, new Text("text:query: " + german + ".", "text:query: " + english + "."));
    }

    /// Whether things are asked for, however their words are spread; else statements with the words in one literal.
    boolean isOfThings() {
        return wanted.size() <= LITERAL && properties.isEmpty() && language.isEmpty();
    }

    /// Whether any statement that has one of the literals is a hit: nothing but variables is asked for.
    boolean isOpen() {
        return wanted.stream().allMatch(Var::isVar);
    }

    Node thing() {
        return wanted.getFirst();
    }

    Optional<Node> score() {
        return at(SCORE);
    }

    Optional<Node> literal() {
        return at(LITERAL);
    }

    Optional<Node> graph() {
        return at(GRAPH);
    }

    Optional<Node> property() {
        return at(PROPERTY);
    }

    private Optional<Node> at(int place) {
        return place < wanted.size() ? Optional.of(wanted.get(place)) : Optional.empty();
    }
}
