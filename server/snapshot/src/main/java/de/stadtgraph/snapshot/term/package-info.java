/// RDF terms as 64-bit ids whose order is that of SPARQL's ORDER BY, and the dictionary behind them.
///
/// Entry types: [TermId], [Dictionary]. It knows terms and bytes, nothing of quads or queries.
@NullMarked
package de.stadtgraph.snapshot.term;

import org.jspecify.annotations.NullMarked;
