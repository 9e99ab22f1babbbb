/// The derived index of one state, and the switch from one to the next.
///
/// Entry types: [Generations], [Generation].
/// It must not know how releases are made; it is handed their files.
@NullMarked
package de.stadtgraph.store;

import org.jspecify.annotations.NullMarked;
