package de.stadtgraph.mapping;

import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rml.profile.KnownTerm;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Skos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// The properties of the ontologies at hand, with all their names. Stateless.
final class OntologyTerms {
    private OntologyTerms() {}

    /// @param folder one Turtle file an ontology; a folder that is not there has none
    static List<KnownTerm> read(Path folder) {
        List<KnownTerm> terms = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return terms;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".ttl")).sorted().forEach(file -> {
                Graph graph = RdfFiles.read(file);
                terms.addAll(properties(graph, Owl.DATATYPE_PROPERTY, false));
                terms.addAll(properties(graph, Owl.OBJECT_PROPERTY, true));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static List<KnownTerm> properties(Graph graph, Node type, boolean relation) {
        return graph.find(Node.ANY, Rdf.TYPE, type)
                .filterKeep(triple -> triple.getSubject().isURI())
                .mapWith(triple ->
                        new KnownTerm(triple.getSubject().getURI(), relation, names(graph, triple.getSubject())))
                .toList();
    }

    private static List<String> names(Graph graph, Node term) {
        List<String> names = new ArrayList<>();
        names.add(term.getURI().replaceFirst(".*[/#]", ""));
        for (Node property : List.of(Rdfs.LABEL, Skos.PREF_LABEL, Skos.ALT_LABEL)) {
            graph.find(term, property, Node.ANY)
                    .filterKeep(triple -> triple.getObject().isLiteral())
                    .forEach(triple -> names.add(triple.getObject().getLiteralLexicalForm()));
        }
        return names;
    }
}
