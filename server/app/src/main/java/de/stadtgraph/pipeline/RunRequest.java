package de.stadtgraph.pipeline;

import java.nio.file.Path;
import java.util.Map;

/// What a run is asked to do beyond its module.
///
/// @param sources files that replace the configured ones, by the source's name; an empty name stands for the only
/// source
/// @param dryRun whether it ends before publication
public record RunRequest(Map<String, Path> sources, boolean dryRun) {

    public RunRequest {
        sources = Map.copyOf(sources);
    }
}
