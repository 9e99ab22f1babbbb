/// Gets the raw bytes of a source and keeps them as they came.
///
/// Entry types: [Harvester], [HarvestOutcome].
/// It must not look into the bytes: reading them is the mapping's work.
@NullMarked
package de.stadtgraph.harvest;

import org.jspecify.annotations.NullMarked;
