/// Plans: which scans a query needs, in which order they are joined, and how.
///
/// Entry type: [Planner]. A plan is a tree of [Step]s over numbered variables; it knows no query and no term.
@NullMarked
package de.stadtgraph.snapshot.plan;

import org.jspecify.annotations.NullMarked;
