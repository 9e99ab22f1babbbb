package de.stadtgraph.snapshot;

import de.stadtgraph.snapshot.build.StoredIndex;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import java.util.Map;
import java.util.Set;

/// An index that holds some graphs of a snapshot.
///
/// @param stored its files
/// @param permutations its permutations, with the ids of the snapshot
/// @param graphs the graphs in it, ids of the snapshot
/// @param released whether its quads are in the union
record Part(StoredIndex stored, Map<Order, Permutation> permutations, Set<Long> graphs, boolean released) {
    Part {
        graphs = Set.copyOf(graphs);
    }
}
