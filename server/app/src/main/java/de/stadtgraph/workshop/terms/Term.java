package de.stadtgraph.workshop.terms;

import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Skos;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// A class, a property or a concept as a vocabulary describes it. Immutable.
///
/// @param definition empty where there is none
/// @param deprecated whether it is not to be used any more
/// @param replacement IRI of what takes its place; empty where nothing is named
public record Term(Node iri, Text label, Text definition, boolean deprecated, String replacement) {
    static final Node REPLACED_BY = NodeFactory.createURI(Dct.NAMESPACE + "isReplacedBy");

    /// All that a vocabulary describes, in the order of their IRIs; the vocabulary itself too.
    static List<Term> of(Graph vocabulary) {
        return vocabulary.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).toSet().stream()
                .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
                .map(iri -> of(vocabulary, iri))
                .toList();
    }

    static Term of(Graph vocabulary, Node iri) {
        return new Term(
                iri,
                label(vocabulary, iri),
                Values.text(vocabulary, iri, Skos.DEFINITION).orElse(Text.same("")),
                vocabulary.contains(iri, Owl.DEPRECATED, Node.ANY),
                Values.any(vocabulary, iri, REPLACED_BY)
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .orElse(""));
    }

    private static Text label(Graph vocabulary, Node iri) {
        return Optional.<Text>empty()
                .or(() -> Values.text(vocabulary, iri, Skos.PREF_LABEL))
                .or(() -> Values.text(vocabulary, iri, Rdfs.LABEL))
                .or(() -> Values.text(vocabulary, iri, Dct.TITLE))
                .orElseGet(() -> Text.same(local(iri)));
    }

    /// What stands after the last `#` or `/`.
    static String local(Node iri) {
        String name = iri.getURI();
        return name.substring(Math.max(name.lastIndexOf('#'), name.lastIndexOf('/')) + 1);
    }
}
