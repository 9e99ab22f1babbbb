package de.stadtgraph.validation;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/// What is judged before it may be published. Immutable by contract: nobody writes to the graphs while they are judged.
///
/// @param data the mapped and enriched graph; its nodes are judged
/// @param description the dataset's own description (`dataset.ttl`); its nodes are judged too
/// @param lookups code lists and whatever else rules look into; its nodes are not judged
/// @param scratch an existing folder for an index of what is judged, which makes the rules of large cubes quick
public record Candidate(Graph data, Graph description, Graph lookups, Optional<Path> scratch) {
    public Candidate(Graph data, Graph description, Graph lookups) {
        this(data, description, lookups, Optional.empty());
    }
}
