/// RDF on one level of Apache Jena's API: `Graph`, `Node`, `Quad`, `StreamRDF`.
///
/// Entry types: [RdfFiles], [Values].
/// It must not know the city, its vocabulary or the server.
@NullMarked
package de.stadtgraph.rdf;

import org.jspecify.annotations.NullMarked;
