package de.stadtgraph.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// RDF files that are to become a release of a dataset.
///
/// @param dataset slug of the dataset
/// @param files RDF files
/// @param description a `dataset.ttl`; a module's own counts where none is named
/// @param judged whether shapes and privacy rules judge the candidate
/// @param acknowledged rules of the gate that a steward acknowledges, each with the written reason
/// @param dryRun whether it ends before publication
public record LoadRequest(
        String dataset,
        List<Path> files,
        Optional<Path> description,
        boolean judged,
        Map<String, String> acknowledged,
        boolean dryRun) {

    public LoadRequest {
        files = List.copyOf(files);
        acknowledged = Map.copyOf(acknowledged);
    }
}
