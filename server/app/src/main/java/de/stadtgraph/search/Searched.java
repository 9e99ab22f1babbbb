package de.stadtgraph.search;

import de.stadtgraph.snapshot.Snapshot;
import java.util.Optional;

/// A state whose text is searched. It is held by who searches, until the search is done.
///
/// @param snapshot its index; none of a state without releases
public record Searched(Optional<Snapshot> snapshot) {}
