package de.stadtgraph.validation;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The shape families of a folder `shapes/`, one folder a family. Immutable.
public final class Shapes {
    private final Map<String, ShapeFamily> families;

    private Shapes(Map<String, ShapeFamily> families) {
        this.families = families;
    }

    /// Reads every family; a folder without `shapes.ttl` is none.
    ///
    /// @throws ServerException [ErrorCode#SHAPE_INVALID] that names file and line of what is broken
    public static Shapes load(Path folder) {
        Map<String, ShapeFamily> families = new TreeMap<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                Path file = child.resolve("shapes.ttl");
                if (Files.exists(file)) {
                    ShapeFamily family = new ShapeFile(file).read();
                    families.put(family.name(), family);
                }
            }
        } catch (IOException e) {
            throw new ServerException(ErrorCode.SOURCE_UNREADABLE, folder + ": cannot be read: " + e.getMessage(), e);
        }
        return new Shapes(families);
    }

    /// Reads one family from its `shapes.ttl`.
    public static ShapeFamily read(Path file) {
        return new ShapeFile(file).read();
    }

    /// Reads shapes of others: whatever SHACL allows, without our own rules for names, texts and severities.
    public static ShapeFamily readForeign(Path file) {
        return ForeignShapes.read(file);
    }

    /// The namespace that was probably meant by one that does not exist.
    public static Optional<String> nearMiss(String namespace) {
        return Namespaces.nearMiss(namespace);
    }

    /// All families, by name.
    public List<ShapeFamily> families() {
        return List.copyOf(families.values());
    }

    /// The family of this name.
    public Optional<ShapeFamily> family(String name) {
        return Optional.ofNullable(families.get(name));
    }

    /// The families of these names, in this order.
    ///
    /// @throws ServerException [ErrorCode#SHAPE_INVALID] when one does not exist
    public List<ShapeFamily> require(List<String> names) {
        return names.stream()
                .map(name -> family(name)
                        .orElseThrow(() -> new ServerException(
                                ErrorCode.SHAPE_INVALID,
                                "There is no shape family " + name + "; there are "
                                        + String.join(", ", families.keySet()) + ".")))
                .toList();
    }
}
