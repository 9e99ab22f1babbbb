package de.stadtgraph.snapshot;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// What one query may see: its default graph and its named graphs. A name that is no graph is an empty graph.
///
/// @param defaultGraphs the graphs whose union is the default graph; empty: all released ones
/// @param namedGraphs the graphs that `GRAPH` sees; empty: all released ones
public record View(Optional<Set<Node>> defaultGraphs, Optional<Set<Node>> namedGraphs) {
    public View {
        defaultGraphs = defaultGraphs.map(Set::copyOf);
        namedGraphs = namedGraphs.map(Set::copyOf);
    }

    /// The union of all released graphs, and each of them.
    public static View union() {
        return new View(Optional.empty(), Optional.empty());
    }

    /// The graphs of a dataset clause.
    public static View of(Set<Node> defaultGraphs, Set<Node> namedGraphs) {
        return new View(Optional.of(defaultGraphs), Optional.of(namedGraphs));
    }
}
