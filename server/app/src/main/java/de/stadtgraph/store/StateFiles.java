package de.stadtgraph.store;

import java.time.Instant;
import java.util.List;

/// What a generation is built from: the state's number, its time, and the releases that are current in it.
///
/// @param state number of the state, 0 before the first publication
/// @param time when it was published
/// @param releases one file a dataset
public record StateFiles(long state, Instant time, List<ReleaseFile> releases) {

    public StateFiles {
        releases = List.copyOf(releases);
    }

    /// The state of an empty data folder.
    public static StateFiles empty() {
        return new StateFiles(0, Instant.EPOCH, List.of());
    }
}
