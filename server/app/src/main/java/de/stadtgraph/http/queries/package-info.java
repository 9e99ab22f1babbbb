/// Stored queries as pages with a form, table, chart and map, and as a REST interface.
///
/// Entry types: [QueryRoutes], [OpenApi].
/// It must not know the other tabs, nor how a query is run.
@NullMarked
package de.stadtgraph.http.queries;

import org.jspecify.annotations.NullMarked;
