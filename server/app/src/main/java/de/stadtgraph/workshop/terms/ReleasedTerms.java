package de.stadtgraph.workshop.terms;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Part;
import de.stadtgraph.workshop.Released;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The ontology's modules (`green`) and the code lists (`kos-vitality`) as files of the folder `ontologies/`.
final class ReleasedTerms implements Released {
    /// What the name of a code list begins with, so that it differs from a module's.
    static final String LIST = "kos-";

    /// The header of the ontology; its version changes with its modules.
    static final String HEADER = "municipal.ttl";

    private static final Set<String> NO_TERMS = Set.of("dataset.ttl", HEADER);

    private final Path ontologies;

    /// @param ontologies the folder `ontologies/` of the checkout
    ReleasedTerms(Path ontologies) {
        this.ontologies = ontologies;
    }

    /// Modules first, then code lists, each by name.
    List<String> names() {
        return Stream.concat(
                        files(ontologies).map(ReleasedTerms::stem),
                        files(ontologies.resolve("kos")).map(file -> LIST + stem(file)))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".ttl"))
                    .filter(file -> !NO_TERMS.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.ttl$", "");
    }

    static boolean isList(String name) {
        return name.startsWith(LIST);
    }

    /// The file of a vocabulary.
    Path file(String name) {
        if (!names().contains(name)) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND, new Text("Dieses Vokabular gibt es nicht.", "There is no such vocabulary."));
        }
        return isList(name)
                ? ontologies.resolve("kos").resolve(name.substring(LIST.length()) + ".ttl")
                : ontologies.resolve(name + ".ttl");
    }

    /// The file that states the version: of a module the header of the ontology, of a code list itself.
    Path versionFile(String name) {
        return isList(name) ? file(name) : ontologies.resolve(HEADER);
    }

    @Override
    public Part main() {
        return Part.TERMS;
    }

    @Override
    public boolean allows(Part part) {
        return part.equals(Part.TERMS);
    }

    @Override
    public SortedMap<Part, Path> parts(String name) {
        SortedMap<Part, Path> parts = new TreeMap<>(Comparator.comparing(Part::name));
        parts.put(Part.TERMS, file(name));
        return parts;
    }
}
