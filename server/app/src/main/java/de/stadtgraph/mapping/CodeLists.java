package de.stadtgraph.mapping;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rml.CodeList;
import de.stadtgraph.vocabulary.CityIris;
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

/// Look-up tables of the RML engine: concept schemes (notation, label or alias → concept) and the tables that a module
/// brings along. Stateless.
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

    /// The tables that a module brings along, `codes/<list>.csv`: a head line, then `value,IRI`, the IRI possibly
    /// relative
    /// to the base. They hold what is no concept scheme, such as names of areas.
    ///
    /// @throws ServerException [ErrorCode#MAPPING_INVALID] with file and line of what is no such row
    static Map<String, CodeList> readTables(Path folder, CityIris iris) {
        Map<String, CodeList> lists = new HashMap<>();
        for (Path file : tables(folder)) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
            lists.put(name, new CodeList(name, rows(file, iris)));
        }
        return lists;
    }

    /// The files of the tables that a module brings along, by name.
    static List<Path> tables(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> rows(Path file, CityIris iris) {
        Map<String, String> rows = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 1; i < lines.size(); i++) {
                int comma = lines.get(i).lastIndexOf(',');
                if (comma < 1 || comma == lines.get(i).length() - 1) {
                    throw new ServerException(
                            ErrorCode.MAPPING_INVALID, "%s:%d: a row must be `value,IRI`.".formatted(file, i + 1));
                }
                String iri = lines.get(i).substring(comma + 1).strip();
                rows.put(lines.get(i).substring(0, comma).strip(), iri.contains(":") ? iri : iris.iri(iri));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
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
