/// The SPARQL endpoint.
///
/// Entry type: [SparqlRoutes].
/// It must not know the other tabs.
@NullMarked
package de.stadtgraph.http.sparql;

import org.jspecify.annotations.NullMarked;
