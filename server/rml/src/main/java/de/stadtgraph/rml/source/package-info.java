/// Opens files and cuts them into records: CSV with its dialects, and JSON at an iterator.
///
/// Entry type: [RecordSource]. Home of the parsers; it must not know terms, functions or output.
@NullMarked
package de.stadtgraph.rml.source;

import org.jspecify.annotations.NullMarked;
