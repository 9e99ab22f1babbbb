/// An RML engine as a library: raw files and a mapping in, quads out, streaming.
///
/// Entry types: [Mapping], [MappingEngine].
/// It knows no city, no server and no store; it logs nothing and fetches nothing.
@NullMarked
package de.stadtgraph.rml;

import org.jspecify.annotations.NullMarked;
