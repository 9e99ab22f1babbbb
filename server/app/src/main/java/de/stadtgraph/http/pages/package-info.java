/// Home, limits, problems, health: what belongs to no dataset.
///
/// Entry type: [PageRoutes].
/// It must not know the other tabs.
@NullMarked
package de.stadtgraph.http.pages;

import org.jspecify.annotations.NullMarked;
