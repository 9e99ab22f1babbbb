/// Apache Jena's dataset over a snapshot, and the execution of queries on it.
///
/// Entry type: [SnapshotDatasetGraph]. The only package that touches ARQ's execution.
@NullMarked
package de.stadtgraph.snapshot.arq;

import org.jspecify.annotations.NullMarked;
