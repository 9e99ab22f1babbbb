/// Datasets, releases, states and dumps.
///
/// Entry type: [CatalogRoutes].
/// It must not know the other tabs.
@NullMarked
package de.stadtgraph.http.catalog;

import org.jspecify.annotations.NullMarked;
