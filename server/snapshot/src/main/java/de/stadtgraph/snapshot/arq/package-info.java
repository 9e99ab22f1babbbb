/// Apache Jena's dataset over a snapshot, and the execution of queries on it: what can be done in ids is compiled to a
/// plan, the rest is left to ARQ's operators.
///
/// Entry types: [SnapshotDatasetGraph], [Vectorising]. The only package that touches ARQ's execution; it knows no HTTP
/// and no release.
@NullMarked
package de.stadtgraph.snapshot.arq;

import org.jspecify.annotations.NullMarked;
