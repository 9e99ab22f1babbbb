package de.stadtgraph;

import java.nio.file.Path;

/// The checkout: where the city's content lies. Immutable.
///
/// @param folder the folder of the launcher
public record Home(Path folder) {

    public Path mappings() {
        return folder.resolve("mappings");
    }

    public Path shapes() {
        return folder.resolve("shapes");
    }

    public Path ontologies() {
        return folder.resolve("ontologies");
    }

    /// The concept schemes, one file a scheme.
    public Path kos() {
        return ontologies().resolve("kos");
    }

    public Path queries() {
        return folder.resolve("queries");
    }

    /// The configuration that counts when none is named.
    public Path config() {
        return folder.resolve("stadtgraph.yaml");
    }

    /// The data folder that counts when none is named.
    public Path data() {
        return folder.resolve("data");
    }
}
