package de.stadtgraph.workshop;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One file of a draft: the shapes of a family, an example beside them, or the terms of a vocabulary. Immutable.
///
/// @param name path below the draft's folder: `shapes.ttl`, `valid/x.ttl`, `invalid/x.ttl` or `terms.ttl`
public record Part(String name) {
    private static final Pattern NAMES =
            Pattern.compile("shapes\\.ttl|terms\\.ttl|(valid|invalid)/[a-z0-9][a-z0-9-]{0,63}\\.ttl");

    /// The shapes themselves.
    public static final Part SHAPES = new Part("shapes.ttl");

    /// The terms of a vocabulary.
    public static final Part TERMS = new Part("terms.ttl");

    /// @throws ServerException [ErrorCode#BAD_REQUEST] for any other name: nothing outside the folder can be named
    public Part {
        if (!NAMES.matcher(name).matches()) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text(
                            "Ein Teil heißt shapes.ttl, valid/name.ttl oder invalid/name.ttl.",
                            "A part is named shapes.ttl, valid/name.ttl or invalid/name.ttl."));
        }
    }

    /// Whether it is an example, valid or invalid.
    public boolean isExample() {
        return name.contains("/");
    }

    /// The files of a folder that are parts, in alphabetical order.
    static SortedMap<Part, Path> in(Path folder) {
        SortedMap<Part, Path> parts = new TreeMap<>(Comparator.comparing(Part::name));
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (NAMES.matcher(name).matches()) {
                    parts.put(new Part(name), file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
