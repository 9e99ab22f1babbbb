package de.stadtgraph.pipeline;

import java.nio.file.Path;
import java.util.Map;

/// What a run is asked to do beyond its module.
///
/// @param sources files that replace the configured ones, by the source's name; an empty name stands for the only
/// source
/// @param dryRun whether it ends before publication
/// @param acknowledged rules of the gate that a steward acknowledges, each with the written reason
/// @param bundled whether the bundled samples are read, whatever `harvest.yaml` says
public record RunRequest(Map<String, Path> sources, boolean dryRun, Map<String, String> acknowledged, boolean bundled) {

    public RunRequest {
        sources = Map.copyOf(sources);
        acknowledged = Map.copyOf(acknowledged);
    }

    /// A run of the configured sources.
    public static RunRequest configured() {
        return new RunRequest(Map.of(), false, Map.of(), false);
    }

    /// A run of the samples that ship with the modules.
    public static RunRequest samples() {
        return new RunRequest(Map.of(), false, Map.of(), true);
    }
}
