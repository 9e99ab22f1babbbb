/// Coordinate systems and geometries.
///
/// Entry type: [Crs]. Home of proj4j and JTS in this module; it must not know mappings.
@NullMarked
package de.stadtgraph.rml.geo;

import org.jspecify.annotations.NullMarked;
