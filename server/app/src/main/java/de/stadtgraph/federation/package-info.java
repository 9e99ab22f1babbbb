/// Other portals' SPARQL endpoints: which may be asked, and their answers. Home of RDF4J.
///
/// Entry type: [Federation].
/// It must not know who asks or what for.
@NullMarked
package de.stadtgraph.federation;

import org.jspecify.annotations.NullMarked;
