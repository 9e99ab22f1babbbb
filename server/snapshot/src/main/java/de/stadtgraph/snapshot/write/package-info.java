/// Answers written from ids: the bytes of the dictionary are copied, no term is made.
///
/// Entry types: [TableWriter], [TripleWriter]. Must not know ARQ: how an odd term is written is told by who asks.
@NullMarked
package de.stadtgraph.snapshot.write;

import org.jspecify.annotations.NullMarked;
