/// Exact counts of an index: what answers whole queries, and what the planner weighs.
///
/// Entry type: [Statistics]. It knows ids and columns, not queries.
@NullMarked
package de.stadtgraph.snapshot.stats;

import org.jspecify.annotations.NullMarked;
