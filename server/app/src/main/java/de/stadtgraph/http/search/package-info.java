/// Search for people and programs: hits with facets, and suggestions while typing.
///
/// Entry type: [SearchRoutes].
/// It must not know the other tabs, nor what the index is made of.
@NullMarked
package de.stadtgraph.http.search;

import org.jspecify.annotations.NullMarked;
