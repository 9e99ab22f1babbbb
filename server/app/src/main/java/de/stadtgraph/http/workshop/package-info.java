/// The workshop's door: signing in and out, who one is, and the queries that run.
///
/// Entry type: [WorkshopRoutes].
/// It must not know the other tabs.
@NullMarked
package de.stadtgraph.http.workshop;

import org.jspecify.annotations.NullMarked;
