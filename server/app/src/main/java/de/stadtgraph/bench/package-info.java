/// Benchmarks: the product beside its peers, in the same run, in processes of their own.
///
/// Entry type: [MeasuredProcess]; a benchmark is a package below.
/// It must not know the server's parts: what it measures is started as a user starts it.
@NullMarked
package de.stadtgraph.bench;

import org.jspecify.annotations.NullMarked;
