/// What stands between a stranger's query and the engine: limits, closed functions, budget, cancel.
///
/// Entry types: [QueryGate], [QueryLimits].
/// It must not know HTTP.
@NullMarked
package de.stadtgraph.query;

import org.jspecify.annotations.NullMarked;
