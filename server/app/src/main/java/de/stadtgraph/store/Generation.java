package de.stadtgraph.store;

import de.stadtgraph.snapshot.Snapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/// One reader's hold on the index of one state. Closing it gives the hold back; the index goes with its last reader.
///
/// The dataset is read-only and may be read by many threads at once: its default graph is the union of the named
/// graphs, one named graph a dataset.
public interface Generation extends AutoCloseable {

    /// Number of the state that is served.
    long state();

    /// When the state was published.
    Instant time();

    /// The current release of each dataset in this state, by the dataset's slug.
    Map<String, Long> releases();

    /// Number of quads in all named graphs.
    long quads();

    /// The data, read-only.
    DatasetGraph data();

    /// The index behind the data, if there is one: not of the empty state, nor of files that belong to no state.
    default Optional<Snapshot> index() {
        return Optional.empty();
    }

    @Override
    void close();
}
