/// Adds what follows from position: the areas a thing lies in, the overlaps of areas.
///
/// Entry types: [SpatialJoin], [AreaOverlaps].
/// It must not know where the areas come from.
@NullMarked
package de.stadtgraph.enrichment;

import org.jspecify.annotations.NullMarked;
