package de.stadtgraph.mapping;

import de.stadtgraph.catalog.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How one source becomes one Dataset: a folder with `dataset.ttl`, `mapping.ttl` and a bundled sample. Immutable.
///
/// @param slug name of the folder and of the dataset
/// @param folder the folder; the mapping's paths are relative to it
/// @param mapping the mapping in RML
/// @param dataset the description
public record MappingModule(String slug, Path folder, Path mapping, Dataset dataset) {
    /// What decides what the module makes: description, mapping and the look-up tables in `codes/`.
    public List<Path> files() {
        return Stream.concat(
                        Stream.of(mapping, folder.resolve("dataset.ttl")),
                        CodeLists.tables(folder.resolve("codes")).stream())
                .toList();
    }
}
