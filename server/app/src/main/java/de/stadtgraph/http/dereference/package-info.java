/// Things and their documents: `/id`, `/doc`, `/kos`, `/def`.
///
/// Entry type: [DereferenceRoutes].
/// It must not know the other tabs.
@NullMarked
package de.stadtgraph.http.dereference;

import org.jspecify.annotations.NullMarked;
