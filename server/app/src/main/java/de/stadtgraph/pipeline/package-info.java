/// Runs one mapping module from its source to a new state, stage by stage.
///
/// Entry types: [Pipeline], [RunReport].
/// It must not know HTTP or the command line.
@NullMarked
package de.stadtgraph.pipeline;

import org.jspecify.annotations.NullMarked;
