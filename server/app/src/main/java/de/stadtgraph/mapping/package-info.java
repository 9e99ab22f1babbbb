/// Mapping modules: a folder becomes a Dataset's candidate through the RML engine.
///
/// Entry types: [MappingModule], [Mapper].
/// It must not judge what it maps, and it must not fetch.
@NullMarked
package de.stadtgraph.mapping;

import org.jspecify.annotations.NullMarked;
