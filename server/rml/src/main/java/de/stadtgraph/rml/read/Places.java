package de.stadtgraph.rml.read;

import de.stadtgraph.rml.rules.Database;
import de.stadtgraph.rml.rules.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// Where the files of a mapping are: below one folder, or where the caller says.
///
/// @param folder `rml:MappingDirectory`; nothing outside it is read
/// @param databases logins by source name; their addresses are the mapping's
/// @param replacements files by source name; the empty name means the only source
public record Places(Path folder, Map<String, Path> replacements, Map<String, Database> databases) {
    public Places {
        replacements = Map.copyOf(replacements);
        databases = Map.copyOf(databases);
    }

    /// The database of a source, with the caller's login.
    Database database(String name, String dsn, long line) {
        Database login = databases.get(name);
        if (login == null) {
            throw new RuleException(
                    "database",
                    line,
                    "the database of source " + name + " is not asked: the caller must give a login for it");
        }
        return new Database(dsn, login.user(), login.password());
    }

    /// The file for a source.
    Path file(String name, String path, long line) {
        Path replacement = replacements.get(replacements.containsKey(name) ? name : "");
        return replacement == null
                ? inside(path, line)
                : replacement.toAbsolutePath().normalize();
    }

    private Path inside(String path, long line) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Path file = root.resolve(path).normalize();
            boolean within = file.startsWith(root)
                    && (!Files.exists(file) || file.toRealPath().startsWith(root.toRealPath()));
            if (within && !Path.of(path).isAbsolute()) {
                return file;
            }
        } catch (InvalidPathException | IOException broken) {
            throw new RuleException("source-path", line, "the path `" + path + "` cannot be used");
        }
        throw new RuleException("source-path", line, "the path `" + path + "` leads out of the mapping's folder");
    }

    /// Refuses names that no source bears.
    void check(Set<String> names) {
        for (String name : replacements.keySet()) {
            if (name.isEmpty() && names.size() > 1) {
                throw new RuleException(
                        "source-name", 0, "the mapping has several sources; name one: " + String.join(", ", names));
            }
            if (!name.isEmpty() && !names.contains(name)) {
                throw new RuleException(
                        "source-name", 0, "there is no source `" + name + "`; known are " + String.join(", ", names));
            }
        }
    }
}
