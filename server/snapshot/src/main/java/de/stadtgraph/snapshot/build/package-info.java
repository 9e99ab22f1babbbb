/// How an index is made: chunks of quads sorted in memory, merged to segments, and those to generations.
///
/// Entry types: [Chunk], [Merger], [Manifest]. It does not know what a query is.
@NullMarked
package de.stadtgraph.snapshot.build;

import org.jspecify.annotations.NullMarked;
