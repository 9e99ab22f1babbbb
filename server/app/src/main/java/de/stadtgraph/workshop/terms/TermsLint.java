package de.stadtgraph.workshop.terms;

import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Skos;
import de.stadtgraph.workshop.LineMarks;
import de.stadtgraph.workshop.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Reads a vocabulary as an editor types it and marks its lines. Never throws for what the text holds. Stateless.
///
/// Grave are syntax, terms that are gone, terms of somebody else, and a hierarchy that runs in circles. The rest is
/// advice: missing labels and definitions, codes without notation, a deprecated term without successor.
final class TermsLint {
    private static final List<Node> TERMS = List.of(Owl.CLASS, Owl.OBJECT_PROPERTY, Owl.DATATYPE_PROPERTY);
    private static final List<String> LANGUAGES = List.of("de", "en");

    private final Graph released;
    private final String text;
    private final LineMarks marks;

    private TermsLint(Graph released, String text) {
        this.released = released;
        this.text = text;
        this.marks = new LineMarks(text);
    }

    /// The marks of a text, by line.
    ///
    /// @param released the vocabulary as it is
    static List<Mark> marks(Graph released, String text) {
        var lint = new TermsLint(released, text);
        lint.marks.graph(text).ifPresent(lint::check);
        return lint.marks.sorted();
    }

    private void check(Graph vocabulary) {
        marks.addNearMisses(text);
        Set<Node> before = subjects(released);
        Set<Node> after = subjects(vocabulary);
        before.stream().filter(term -> !after.contains(term)).forEach(this::gone);
        after.stream().filter(term -> !isOurs(vocabulary, term)).forEach(this::foreign);
        for (Node term : after) {
            texts(vocabulary, term);
            deprecated(vocabulary, term);
            circle(vocabulary, term);
        }
    }

    private static Set<Node> subjects(Graph vocabulary) {
        return vocabulary
                .find()
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toSet();
    }

    private void gone(Node term) {
        marks.add(
                0,
                true,
                new Text(
                        Term.local(term) + " fehlt. Begriffe bleiben: owl:deprecated true und dct:isReplacedBy setzen.",
                        Term.local(term) + " is gone. Terms stay: set owl:deprecated true and dct:isReplacedBy."));
    }

    /// Terms of the ontology, and what stands below the scheme or module that the file describes.
    private static boolean isOurs(Graph vocabulary, Node term) {
        if (term.getURI().startsWith(Jmo.NAMESPACE)) {
            return true;
        }
        boolean list = vocabulary.contains(Node.ANY, Rdf.TYPE, Skos.CONCEPT_SCHEME);
        return list
                ? Values.subjects(vocabulary, Rdf.TYPE, Skos.CONCEPT_SCHEME).stream()
                        .anyMatch(scheme -> (term.getURI() + "/").startsWith(scheme.getURI() + "/"))
                : term.getURI().startsWith(Jmo.NAMESPACE.replace("#", "/"));
    }

    private void foreign(Node term) {
        marks.addAt(
                Term.local(term),
                true,
                new Text(
                        term.getURI() + " gehört nicht in dieses Vokabular.",
                        term.getURI() + " does not belong into this vocabulary."));
    }

    private void texts(Graph vocabulary, Node term) {
        if (TERMS.stream().anyMatch(type -> vocabulary.contains(term, Rdf.TYPE, type))) {
            inBothLanguages(vocabulary, term, Rdfs.LABEL, "rdfs:label");
            inBothLanguages(vocabulary, term, Skos.DEFINITION, "skos:definition");
        }
        if (vocabulary.contains(term, Rdf.TYPE, Skos.CONCEPT)) {
            inBothLanguages(vocabulary, term, Skos.PREF_LABEL, "skos:prefLabel");
            if (!vocabulary.contains(term, Skos.NOTATION, Node.ANY)) {
                advise(term, " hat keine skos:notation.", " has no skos:notation.");
            }
            if (!vocabulary.contains(term, Skos.IN_SCHEME, Node.ANY)) {
                advise(term, " hat kein skos:inScheme.", " has no skos:inScheme.");
            }
        }
    }

    private void inBothLanguages(Graph vocabulary, Node term, Node property, String name) {
        List<Node> texts = Values.all(vocabulary, term, property);
        for (String language : LANGUAGES) {
            long there = texts.stream()
                    .filter(each ->
                            each.isLiteral() && each.getLiteralLanguage().equals(language))
                    .count();
            boolean german = language.equals("de");
            if (there == 0) {
                advise(
                        term,
                        " hat kein " + name + " auf " + (german ? "Deutsch." : "Englisch."),
                        " has no " + name + " in " + (german ? "German." : "English."));
            }
            if (there > 1) {
                advise(
                        term,
                        " hat mehr als ein " + name + " auf " + (german ? "Deutsch." : "Englisch."),
                        " has more than one " + name + " in " + (german ? "German." : "English."));
            }
        }
    }

    private void deprecated(Graph vocabulary, Node term) {
        Term read = Term.of(vocabulary, term);
        if (read.deprecated() && read.replacement().isEmpty()) {
            advise(
                    term,
                    " ist abgelöst; dct:isReplacedBy nennt, wodurch.",
                    " is deprecated; dct:isReplacedBy names by what.");
        }
    }

    private void circle(Graph vocabulary, Node term) {
        Set<Node> above = new HashSet<>();
        List<Node> next = Values.all(vocabulary, term, Skos.BROADER);
        while (!next.isEmpty()) {
            if (next.contains(term)) {
                marks.addAt(
                        Term.local(term),
                        true,
                        new Text(
                                Term.local(term) + " steht über sich selbst: skos:broader läuft im Kreis.",
                                Term.local(term) + " is above itself: skos:broader runs in a circle."));
                return;
            }
            next = next.stream()
                    .filter(above::add)
                    .flatMap(each -> Values.all(vocabulary, each, Skos.BROADER).stream())
                    .toList();
        }
    }

    private void advise(Node term, String de, String en) {
        marks.addAt(Term.local(term), false, new Text(Term.local(term) + de, Term.local(term) + en));
    }
}
