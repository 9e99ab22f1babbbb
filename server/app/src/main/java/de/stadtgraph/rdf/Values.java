package de.stadtgraph.rdf;

import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Reads values of one subject from a graph. Stateless.
public final class Values {
    private Values() {}

    /// All objects, in no particular order.
    public static List<Node> all(Graph graph, Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    /// Any one object.
    public static Optional<Node> any(Graph graph, Node subject, Node predicate) {
        var found = graph.find(subject, predicate, Node.ANY);
        try {
            return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
        } finally {
            found.close();
        }
    }

    /// All subjects that have the value, in no particular order.
    public static List<Node> subjects(Graph graph, Node predicate, Node object) {
        return graph.find(Node.ANY, predicate, object)
                .mapWith(Triple::getSubject)
                .toList();
    }

    /// An integer, if there is one that can be read.
    public static Optional<Long> integer(Graph graph, Node subject, Node predicate) {
        return any(graph, subject, predicate)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(form -> form.matches("[+-]?[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    /// The literal in German and English; a language that is missing takes the other's, then any; nothing if there is
    /// none.
    public static Optional<Text> text(Graph graph, Node subject, Node predicate) {
        List<Node> literals =
                all(graph, subject, predicate).stream().filter(Node::isLiteral).toList();
        if (literals.isEmpty()) {
            return Optional.empty();
        }
        String any = literals.getFirst().getLiteralLexicalForm();
        Optional<String> de = inLanguage(literals, "de");
        Optional<String> en = inLanguage(literals, "en");
        return Optional.of(new Text(de.or(() -> en).orElse(any), en.or(() -> de).orElse(any)));
    }

    private static Optional<String> inLanguage(List<Node> literals, String tag) {
        return literals.stream()
                .filter(literal -> literal.getLiteralLanguage().equalsIgnoreCase(tag))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }
}
