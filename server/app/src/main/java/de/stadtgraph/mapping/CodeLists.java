package de.stadtgraph.mapping;

import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rml.CodeList;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Skos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Concept schemes as look-up tables of the RML engine: notation, label or alias → concept. Stateless.
final class CodeLists {
    /// Notations win over labels, labels over aliases.
    private static final List<Node> KEYS = List.of(Skos.ALT_LABEL, Skos.PREF_LABEL, Skos.NOTATION);

    private CodeLists() {}

    /// One list a file `<scheme>.ttl` of a folder; a folder that is not there gives none.
    static Map<String, CodeList> read(Path folder) {
        Map<String, CodeList> lists = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return lists;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".ttl")).forEach(file -> {
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.ttl$", "");
                lists.put(name, new CodeList(name, keys(RdfFiles.read(file))));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }

    private static Map<String, String> keys(Graph scheme) {
        Map<String, String> concepts = new HashMap<>();
        for (Node property : KEYS) {
            scheme.find(Node.ANY, property, Node.ANY)
                    .filterKeep(triple -> isConcept(scheme, triple))
                    .forEach(triple -> concepts.put(
                            triple.getObject().getLiteralLexicalForm(),
                            triple.getSubject().getURI()));
        }
        return concepts;
    }

    private static boolean isConcept(Graph scheme, Triple triple) {
        return triple.getSubject().isURI()
                && triple.getObject().isLiteral()
                && scheme.contains(triple.getSubject(), Rdf.TYPE, Skos.CONCEPT);
    }
}
