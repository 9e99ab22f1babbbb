package de.stadtgraph.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Reads from the data what is shown of a hit. For many threads.
final class ThingContent {
    private static final int TEXT_CHARACTERS = 2000;
    private static final int SNIPPET = 180;

    private final DatasetGraph data;

    ThingContent(DatasetGraph data) {
        this.data = data;
    }

    /// A piece of the texts of a thing around the first word that was looked for.
    String snippet(String iri, List<SearchWords.Clause> clauses) {
        Set<String> texts = new LinkedHashSet<>();
        Iterator<Quad> quads = data.findNG(Node.ANY, NodeFactory.createURI(iri), Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            texts.addAll(texts(quad.getPredicate().getURI(), quad.getObject()));
        }
        return around(String.join(" · ", texts), clauses);
    }

    private List<String> texts(String property, Node value) {
        if (value.isLiteral()) {
            String text = value.getLiteralLexicalForm();
            boolean shown = isText(value) && text.length() <= TEXT_CHARACTERS;
            boolean named = Properties.LABELS.contains(property) || Properties.CODES.contains(property);
            return shown && !named ? List.of(text) : List.of();
        }
        boolean linked = value.isURI()
                && !property.equals(Properties.IN_SCHEME.getURI())
                && (Properties.DISTRICTS.contains(property) || Properties.isConcept(value.getURI()));
        return linked ? labels(value) : List.of();
    }

    private static boolean isText(Node value) {
        String datatype = value.getLiteralDatatypeURI();
        return datatype.endsWith("#string") || datatype.endsWith("#langString");
    }

    private List<String> labels(Node concept) {
        List<String> labels = new ArrayList<>();
        Iterator<Quad> quads = data.findNG(Node.ANY, concept, Properties.PREF_LABEL, Node.ANY);
        while (quads.hasNext()) {
            Node label = quads.next().getObject();
            if (label.isLiteral()) {
                labels.add(label.getLiteralLexicalForm());
            }
        }
        return labels;
    }

    private static String around(String text, List<SearchWords.Clause> clauses) {
        String lower = text.toLowerCase(Locale.GERMAN);
        int at = clauses.stream()
                .map(clause -> lower.indexOf(clause.text().toLowerCase(Locale.GERMAN)))
                .filter(found -> found >= 0)
                .findFirst()
                .orElse(0);
        int from = at < SNIPPET / 2 ? 0 : text.indexOf(' ', at - SNIPPET / 2) + 1;
        int to = Math.min(text.length(), from + SNIPPET);
        return (from > 0 ? "… " : "") + text.substring(from, to).strip() + (to < text.length() ? " …" : "");
    }

    /// A label of a thing: one of the language if there is any.
    String label(String iri, String language) {
        String best = "";
        Iterator<Quad> quads = data.findNG(Node.ANY, NodeFactory.createURI(iri), Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            Node value = quad.getObject();
            boolean label = Properties.LABELS.contains(quad.getPredicate().getURI()) && value.isLiteral();
            boolean hidden =
                    Properties.HIDDEN_LABELS.contains(quad.getPredicate().getURI());
            if (label
                    && (best.isEmpty() || (!hidden && value.getLiteralLanguage().equals(language)))) {
                best = value.getLiteralLexicalForm();
            }
        }
        return best.isEmpty() ? iri : best;
    }

    /// The concept scheme of a thing; empty if it has none.
    String scheme(String iri) {
        Iterator<Quad> quads = data.findNG(Node.ANY, NodeFactory.createURI(iri), Properties.IN_SCHEME, Node.ANY);
        return quads.hasNext() ? quads.next().getObject().toString() : "";
    }
}
