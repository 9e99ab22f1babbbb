/// Reads a mapping in Turtle into rules and finds what is wrong with it, with its line.
///
/// Entry type: [MappingReader]. Home of the vocabularies; it must not know data, functions or output.
@NullMarked
package de.stadtgraph.rml.read;

import org.jspecify.annotations.NullMarked;
