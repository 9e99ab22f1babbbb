package de.stadtgraph.mapping;

import java.nio.file.Path;
import java.util.Map;

/// What one run of the engine is to map.
///
/// @param mapping the mapping file; paths in it are relative to its folder
/// @param dataset name that stands in skolem IRIs
/// @param sources files that replace those of the mapping, by the source's name; an empty name stands for the only
/// source
/// @param mostRejected records that may be rejected; one more ends the run
/// @param digests whether the digests of the sources are told
public record MappingTask(Path mapping, String dataset, Map<String, Path> sources, long mostRejected, boolean digests) {

    public MappingTask {
        sources = Map.copyOf(sources);
    }

    /// However many records are rejected.
    public MappingTask(Path mapping, String dataset, Map<String, Path> sources) {
        this(mapping, dataset, sources, Long.MAX_VALUE, true);
    }

    /// The folder that the mapping's paths are relative to.
    public Path folder() {
        return mapping.toAbsolutePath().resolveSibling("").normalize();
    }

    /// The folder of the look-up tables that the module brings along.
    Path codes() {
        return folder().resolve("codes");
    }

    /// The task of a module with its bundled files.
    public static MappingTask of(MappingModule module) {
        return new MappingTask(module.mapping(), module.slug(), Map.of());
    }

    /// The same with other files.
    public MappingTask from(Map<String, Path> files) {
        return new MappingTask(mapping, dataset, files, mostRejected, digests);
    }

    /// The same, with so many rejected records at most.
    public MappingTask withMostRejected(long records) {
        return new MappingTask(mapping, dataset, sources, records, digests);
    }

    /// The same for one who does not ask for the digests of the sources, which then are empty.
    public MappingTask withoutDigests() {
        return new MappingTask(mapping, dataset, sources, mostRejected, false);
    }
}
