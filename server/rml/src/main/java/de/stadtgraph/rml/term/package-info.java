/// RDF terms and what their syntax asks for: encoding, escaping, lexical forms, language tags.
///
/// Entry type: [Term]. It knows bytes and characters, and must not know records or rules.
@NullMarked
package de.stadtgraph.rml.term;

import org.jspecify.annotations.NullMarked;
