/// The benchmark of the SPARQL engine: an invented city graph, 19 reference queries, the product and its peers over
/// HTTP in one run.
///
/// Entry type: [SparqlBench]. It knows no engine: the product and the peers are processes with an endpoint.
@NullMarked
package de.stadtgraph.bench.sparql;

import org.jspecify.annotations.NullMarked;
