/// The receipt of a thing: where each statement comes from, down to the record.
///
/// Entry type: [LineageRoutes].
/// It must not know the other tabs.
@NullMarked
package de.stadtgraph.http.lineage;

import org.jspecify.annotations.NullMarked;
