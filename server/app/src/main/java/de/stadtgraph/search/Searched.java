package de.stadtgraph.search;

import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;

/// A state whose text is searched. Immutable.
///
/// @param state number of the state
/// @param releases the release of each dataset, by its slug; each dataset is one named graph
/// @param data the named graphs
public record Searched(long state, Map<String, Long> releases, DatasetGraph data) {
    public Searched {
        releases = Map.copyOf(releases);
    }
}
