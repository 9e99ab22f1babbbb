package de.stadtgraph.http;

import de.stadtgraph.problem.Language;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Skos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// The labels of one state, in one language: the wanted one, then German, English, untagged, any. Used by one thread.
public final class Labels {
    private static final List<Node> PROPERTIES = List.of(
            Skos.PREF_LABEL,
            Rdfs.LABEL,
            Dct.TITLE,
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"),
            NodeFactory.createURI("http://schema.org/name"));

    private final DatasetGraph data;
    private final Language language;
    private final Map<Node, Label> known = new HashMap<>();

    public Labels(DatasetGraph data, Language language) {
        this.data = data;
        this.language = language;
    }

    /// A text with its language tag; the tag is empty when the text has none or it is the language of the page.
    public record Label(String text, String tag) {}

    /// The label of an IRI; its short name when it has none.
    public Label of(Node node) {
        return known.computeIfAbsent(node, unknown -> find(unknown).orElseGet(() -> new Label(named(unknown), "")));
    }

    /// The label of an IRI, if it has one.
    public Optional<Label> find(Node node) {
        return PROPERTIES.stream()
                .map(property -> literals(node, property))
                .filter(literals -> !literals.isEmpty())
                .findFirst()
                .map(literals -> best(literals));
    }

    /// The best of several literals.
    public Label best(List<Node> literals) {
        Node best = literals.stream()
                .min(Comparator.comparingInt(this::rank).thenComparing(Node::getLiteralLexicalForm))
                .orElseThrow();
        String tag = best.getLiteralLanguage();
        return new Label(best.getLiteralLexicalForm(), tag.equals(language.tag()) ? "" : tag);
    }

    /// The literals of a property.
    public List<Node> literals(Node subject, Node property) {
        List<Node> literals = new ArrayList<>();
        for (Iterator<Quad> quads = data.findNG(Node.ANY, subject, property, Node.ANY); quads.hasNext(); ) {
            Node value = quads.next().getObject();
            if (value.isLiteral()) {
                literals.add(value);
            }
        }
        return literals;
    }

    private int rank(Node literal) {
        String tag = literal.getLiteralLanguage();
        if (tag.equals(language.tag())) {
            return 0;
        }
        return switch (tag) {
            case "de" -> 1;
            case "en" -> 2;
            case "" -> 3;
            default -> 4;
        };
    }

    private String named(Node node) {
        String name = name(node);
        return ReusedTerms.name(name).map(text -> text.in(language)).orElse(name);
    }

    /// `prefix:name`, or the last part of the address.
    static String name(Node node) {
        if (!node.isURI()) {
            return node.toString();
        }
        String shortened = Prefixes.shorten(node.getURI());
        if (!shortened.equals(node.getURI())) {
            return shortened;
        }
        String[] parts = node.getURI().split("[/#]", -1);
        return parts.length > 4 ? parts[parts.length - 2] + " " + parts[parts.length - 1] : node.getURI();
    }
}
