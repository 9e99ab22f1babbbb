package de.stadtgraph.snapshot.arq;

import java.util.function.LongConsumer;

/// The nodes that a path leads to from a node; the same node may come more than once. One query.
interface Edges {
    void from(long node, LongConsumer to);
}
