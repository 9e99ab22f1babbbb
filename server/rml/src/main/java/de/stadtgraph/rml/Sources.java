package de.stadtgraph.rml;

import java.nio.file.Path;
import java.util.Map;

/// Where a mapping's files are. Immutable.
///
/// @param folder `rml:MappingDirectory` and `rml:CurrentWorkingDirectory`; nothing outside it is read
/// @param replacements files that stand in for sources, by source name; the name "" means the only source
/// @param databases logins by source name; a database that stands not here is not asked
public record Sources(Path folder, Map<String, Path> replacements, Map<String, DatabaseLogin> databases) {
    public Sources {
        replacements = Map.copyOf(replacements);
        databases = Map.copyOf(databases);
    }

    /// Files, no databases.
    public Sources(Path folder, Map<String, Path> replacements) {
        this(folder, replacements, Map.of());
    }

    /// The files beside the mapping, as it names them.
    public static Sources in(Path folder) {
        return new Sources(folder, Map.of());
    }
}
