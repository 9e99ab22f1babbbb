/// Geometries of the data and of queries: well-known text in CRS84, distances on WGS84, the functions of GeoSPARQL and
/// the index of boxes.
@NullMarked
package de.stadtgraph.snapshot.geo;

import org.jspecify.annotations.NullMarked;
