/// The borders of a snapshot index: what a running query costs, and how it is stopped.
///
/// Entry type: [Meter]. The columnar index will stand here, behind `store.Generation` of the server.
/// It knows no city, no HTTP and no release.
@NullMarked
package de.stadtgraph.snapshot;

import org.jspecify.annotations.NullMarked;
