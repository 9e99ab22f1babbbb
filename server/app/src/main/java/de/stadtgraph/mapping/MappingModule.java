package de.stadtgraph.mapping;

import de.stadtgraph.catalog.Dataset;
import java.nio.file.Path;

/// How one source becomes one Dataset: a folder with `dataset.ttl`, `mapping.ttl` and a bundled sample. Immutable.
///
/// @param slug name of the folder and of the dataset
/// @param folder the folder; the mapping's paths are relative to it
/// @param mapping the mapping in RML
/// @param dataset the description
public record MappingModule(String slug, Path folder, Path mapping, Dataset dataset) {}
