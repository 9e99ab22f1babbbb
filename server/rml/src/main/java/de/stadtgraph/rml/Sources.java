package de.stadtgraph.rml;

import java.nio.file.Path;
import java.util.Map;

/// Where a mapping's files are. Immutable.
///
/// @param folder `rml:MappingDirectory`; nothing outside it is read
/// @param replacements files that stand in for sources, by source name; the name "" means the only source
public record Sources(Path folder, Map<String, Path> replacements) {
    public Sources {
        replacements = Map.copyOf(replacements);
    }

    /// The files beside the mapping, as it names them.
    public static Sources in(Path folder) {
        return new Sources(folder, Map.of());
    }
}
