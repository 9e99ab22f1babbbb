package de.stadtgraph.workshop.terms;

import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Skos;
import de.stadtgraph.workshop.VersionStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// What a draft does to one term. Immutable.
///
/// @param what the gravest of what happens to it
/// @param properties IRIs of the properties whose values differ, in alphabetical order
public record TermChange(Node iri, Text label, What what, List<String> properties) {
    /// Values that only tell people more.
    private static final Set<String> TEXTS = Set.of(
            Rdfs.LABEL.getURI(),
            Rdfs.NAMESPACE + "comment",
            Skos.PREF_LABEL.getURI(),
            Skos.ALT_LABEL.getURI(),
            Skos.DEFINITION.getURI(),
            Skos.NAMESPACE + "editorialNote",
            Skos.NAMESPACE + "scopeNote",
            Skos.NAMESPACE + "example",
            Dct.TITLE.getURI(),
            Dct.DESCRIPTION.getURI());

    /// Values that data rely on.
    private static final Set<String> MEANING = Set.of(
            Rdf.TYPE.getURI(),
            Rdfs.NAMESPACE + "range",
            Rdfs.NAMESPACE + "subClassOf",
            Rdfs.NAMESPACE + "subPropertyOf",
            "http://schema.org/rangeIncludes",
            Owl.NAMESPACE + "inverseOf",
            Skos.BROADER.getURI(),
            Skos.NOTATION.getURI(),
            Skos.IN_SCHEME.getURI());

    public TermChange {
        properties = List.copyOf(properties);
    }

    /// What may happen to a term, the gravest last.
    public enum What {
        /// Labels, definitions, notes.
        TEXTS(VersionStep.PATCH),
        /// Mappings and other links.
        LINKS(VersionStep.MINOR),
        NEW(VersionStep.MINOR),
        DEPRECATED(VersionStep.MINOR),
        /// What data rely on: kind, range, notation, what it is part of.
        MEANING(VersionStep.MAJOR),
        /// Never adopted: terms stay for ever.
        GONE(VersionStep.MAJOR);

        private final VersionStep step;

        What(VersionStep step) {
            this.step = step;
        }
    }

    /// The changes between two forms of a vocabulary, in the order of their IRIs.
    static List<TermChange> between(Graph old, Graph changed) {
        return Stream.of(old, changed)
                .flatMap(graph -> graph.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).toSet().stream())
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .flatMap(term -> change(old, changed, term).stream())
                .toList();
    }

    /// The step that all changes together make.
    static VersionStep step(List<TermChange> changes) {
        return changes.stream()
                .map(change -> change.what().step)
                .max(Comparator.naturalOrder())
                .orElse(VersionStep.NONE);
    }

    private static List<TermChange> change(Graph old, Graph changed, Node term) {
        Set<Triple> before = statements(old, term);
        Set<Triple> after = statements(changed, term);
        Set<String> properties = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(Set::stream)
                .filter(statement -> !before.contains(statement) || !after.contains(statement))
                .forEach(statement -> properties.add(statement.getPredicate().getURI()));
        if (properties.isEmpty()) {
            return List.of();
        }
        Graph describing = after.isEmpty() ? old : changed;
        What what = before.isEmpty() ? What.NEW : after.isEmpty() ? What.GONE : what(properties);
        return List.of(new TermChange(term, Term.of(describing, term).label(), what, new ArrayList<>(properties)));
    }

    private static What what(Set<String> properties) {
        if (properties.stream().anyMatch(MEANING::contains)) {
            return What.MEANING;
        }
        if (properties.contains(Owl.DEPRECATED.getURI())) {
            return What.DEPRECATED;
        }
        return TEXTS.containsAll(properties) ? What.TEXTS : What.LINKS;
    }

    /// The version is written when a draft is adopted and is no change of it. Blank nodes count as one.
    private static Set<Triple> statements(Graph vocabulary, Node term) {
        return vocabulary.find(term, Node.ANY, Node.ANY).toList().stream()
                .filter(statement -> !statement.getPredicate().equals(Owl.VERSION_INFO))
                .map(statement -> statement.getObject().isBlank()
                        ? Triple.create(term, statement.getPredicate(), statement.getPredicate())
                        : statement)
                .collect(Collectors.toSet());
    }
}
